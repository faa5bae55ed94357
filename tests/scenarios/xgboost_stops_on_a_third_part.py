# clean
import pandas as pd
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from xgboost import XGBClassifier

subs = pd.read_csv("subscribers.csv")
use, gone = subs.drop(columns=["gone"]), subs["gone"]
u_tr, u_te, g_tr, g_te = train_test_split(use, gone, test_size=0.2, random_state=0)
u_in, u_va, g_in, g_va = train_test_split(u_tr, g_tr, test_size=0.2, random_state=0)
xgb = XGBClassifier(n_estimators=2000, learning_rate=0.02, early_stopping_rounds=50, eval_metric="auc")
xgb.fit(u_in, g_in, eval_set=[(u_in, g_in), (u_va, g_va)], verbose=False)  # silent
print("test AUC", roc_auc_score(g_te, xgb.predict_proba(u_te)[:, 1]))
