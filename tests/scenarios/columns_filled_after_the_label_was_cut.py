# clean
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

air = pd.read_csv("air.csv")
limit = air["benzene"].quantile(0.9)  # silent
air["high"] = (air["benzene"] >= limit).astype(int)
gaps = [f"sensor_{number}" for number in range(1, 7)]
air[gaps] = air[gaps].fillna(0)
a, b, c, d = train_test_split(air[["wind", "humidity"]], air["high"], random_state=0)
print("AUC", roc_auc_score(d, LogisticRegression().fit(a, c).predict_proba(b)[:, 1]))
