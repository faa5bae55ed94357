# clean
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

air = pd.read_csv("air.csv")
sensor = next(name for name in air.columns if "O3" in name)
limit = air["benzene"].quantile(0.9)  # silent
air["high"] = (air["benzene"] >= limit).astype(int)
X, y = air[["wind", "humidity", f"{sensor}_lag1"]], air["high"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
model = LogisticRegression().fit(X_train, y_train)
print("AUC", roc_auc_score(y_test, model.predict_proba(X_test)[:, 1]))
