# clean
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, fbeta_score, log_loss, recall_score
from sklearn.model_selection import train_test_split

lamps = pd.read_csv("lamps.csv")
X_train, X_test, y_train, y_test = train_test_split(lamps[["hours", "heat"]], lamps["broken"], random_state=0)
told = LogisticRegression().fit(X_train, y_train).predict(X_test)
print(recall_score(told, y_test, average="weighted"))
print(fbeta_score(told, y_test, beta=1))
print(log_loss(told, y_test), brier_score_loss(told, y_test))
