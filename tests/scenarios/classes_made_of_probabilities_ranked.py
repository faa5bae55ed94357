import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.model_selection import cross_val_predict, train_test_split

pumps = pd.read_csv("pumps.csv")
X_train, X_test, y_train, y_test = train_test_split(pumps[["hours", "noise"]], pumps["broke"], random_state=0)
model = LogisticRegression().fit(X_train, y_train)
chances = model.predict_proba(X_test)
print(roc_auc_score(y_test, chances[:, 1]))
print(roc_auc_score(y_test, (chances[:, 1] > 0.5).astype(int)))  # finding: hard-labels-to-ranking-metric
print(average_precision_score(y_test, chances.argmax(axis=1)))  # finding: hard-labels-to-ranking-metric
print(roc_auc_score(y_test, np.round(chances[:, 1])))  # finding: hard-labels-to-ranking-metric
print(roc_auc_score(y_test, np.round(chances[:, 1], 3)))
print(roc_auc_score(y_test, np.where(chances[:, 1] > 0.5, chances[:, 1], 0)))

out_of_fold = cross_val_predict(LogisticRegression(), X_train, y_train)  # via
print(roc_auc_score(y_train, out_of_fold))  # finding: hard-labels-to-ranking-metric
finer = cross_val_predict(LogisticRegression(), X_train, y_train, method="predict_proba")
print(roc_auc_score(y_train, finer[:, 1]))
