import pandas as pd
import xgboost as xgb
from sklearn.metrics import roc_auc_score

policies = pd.read_csv("policies.csv")
rates = policies.groupby("agent")["claimed"].mean().to_dict()  # finding: encode-target-before-split
policies["agent_rate"] = policies["agent"].map(rates)  # also: encode-target-before-split
policies = policies.sample(frac=1, random_state=0).reset_index(drop=True)
n = len(policies) * 3 // 4
early, late = policies.iloc[:n], policies.iloc[n:]  # via
clf = xgb.XGBClassifier().fit(early[["agent_rate", "premium"]], early["claimed"])
print(roc_auc_score(late["claimed"], clf.predict_proba(late[["agent_rate", "premium"]])[:, 1]))  # via
