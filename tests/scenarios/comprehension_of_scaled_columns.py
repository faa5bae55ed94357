import numpy as np
import pandas as pd
from scipy import stats
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_validate

bank = pd.read_csv("bank.csv")
names = ["balance", "duration", "age"]
scaled = {name: stats.zscore(bank[name]) for name in names}  # finding: preprocess-before-split
design = np.column_stack([scaled[name] for name in names])
result = cross_validate(LogisticRegression(), design, bank["subscribed"], cv=5, scoring="roc_auc")  # via
print(result["test_score"].mean())  # via
