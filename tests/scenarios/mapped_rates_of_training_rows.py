# clean
import pandas as pd
import xgboost as xgb
from sklearn.metrics import roc_auc_score

policies = pd.read_csv("policies.csv")
policies = policies.sample(frac=1, random_state=0).reset_index(drop=True)  # silent
n = len(policies) * 3 // 4
early, late = policies.iloc[:n].copy(), policies.iloc[n:].copy()
rates = early.groupby("agent")["premium"].mean()  # silent
for part in (early, late):
    part["agent_premium"] = part["agent"].map(rates)  # silent
clf = xgb.XGBClassifier().fit(early[["agent_premium", "premium"]], early["claimed"])
print(roc_auc_score(late["claimed"], clf.predict_proba(late[["agent_premium", "premium"]])[:, 1]))
