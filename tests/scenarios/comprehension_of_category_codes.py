# clean
import numpy as np
import pandas as pd
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.model_selection import cross_validate

bank = pd.read_csv("bank.csv")
names = ["job", "marital", "housing"]
codes = {name: bank[name].astype("category").cat.codes for name in names}  # silent
design = np.column_stack([codes[name] for name in names])
result = cross_validate(ExtraTreesClassifier(), design, bank["subscribed"], cv=5, scoring="roc_auc")
print(result["test_score"].mean())
