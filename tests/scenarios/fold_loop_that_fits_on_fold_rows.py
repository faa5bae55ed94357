# clean
import numpy as np
import pandas as pd
from sklearn.base import clone
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold

cohort = pd.read_csv("cohort.csv")
risk, died = cohort[["age", "bmi", "smoker"]].values, cohort["died"].values
prototype = GradientBoostingClassifier()
aucs = []
for train_rows, test_rows in StratifiedKFold(5).split(risk, died):
    gb = clone(prototype).fit(risk[train_rows], died[train_rows])  # silent
    aucs.append(roc_auc_score(died[test_rows], gb.predict_proba(risk[test_rows])[:, 1]))
print(np.mean(aucs))
final = clone(prototype).fit(risk, died)  # silent
