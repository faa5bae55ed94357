# clean
import numpy as np
import pandas as pd
from sklearn.linear_model import RidgeClassifier
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MaxAbsScaler

genes = pd.read_csv("expression.csv")
values, status = genes.iloc[:, 1:].to_numpy(), genes.iloc[:, 0].to_numpy()
rows = np.arange(len(values))
rows_fit, rows_held = train_test_split(rows, test_size=0.25, stratify=status, random_state=0)
values = MaxAbsScaler().fit(values[rows_fit]).transform(values)  # silent
ridge = RidgeClassifier().fit(values[rows_fit], status[rows_fit])
print(ridge.score(values[rows_held], status[rows_held]))
