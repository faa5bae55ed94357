# clean
import pandas as pd
from imblearn.datasets import make_imbalance
from imblearn.ensemble import BalancedRandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score

wafers = pd.read_csv("wafers.csv").drop_duplicates()
probes, broken = make_imbalance(wafers[["p1", "p2"]], wafers["broken"], sampling_strategy={1: 60}, random_state=0)  # silent
for model in (BalancedRandomForestClassifier(random_state=0), LogisticRegression(class_weight="balanced")):
    print(cross_val_score(model, probes, broken, cv=5, scoring="average_precision").mean())
