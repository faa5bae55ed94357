import numpy as np
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold

cohort = pd.read_csv("cohort.csv")
risk, died = cohort[["age", "bmi", "smoker"]].values, cohort["died"].values
aucs = []
for train_rows, test_rows in StratifiedKFold(5).split(risk, died):  # via
    gb = GradientBoostingClassifier()
    gb.fit(risk, died)  # finding: fit-on-evaluated-rows
    aucs.append(roc_auc_score(died[test_rows], gb.predict_proba(risk[test_rows])[:, 1]))  # via  # also: fit-on-evaluated-rows
print(np.mean(aucs))
