import numpy as np
import pandas as pd
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

cores = pd.read_csv("cores.csv")
a, b, ore_a, ore_b = train_test_split(cores[["iron", "depth", "density"]], cores["ore"], random_state=1)
near = KNeighborsClassifier(9).fit(a, ore_a)
trees = ExtraTreesClassifier(random_state=0).fit(a, ore_a)
answers = np.column_stack([near.predict_proba(b)[:, 1], trees.predict_proba(b)[:, 1]])
judge = LogisticRegression().fit(answers, ore_b)  # finding: threshold-from-test-rows or tuned-on-test-rows or fit-on-evaluated-rows
print("AUC", roc_auc_score(ore_b, judge.predict_proba(answers)[:, 1]))  # via
