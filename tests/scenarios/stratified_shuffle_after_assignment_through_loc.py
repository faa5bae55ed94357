import pandas as pd
from sklearn.experimental import enable_iterative_imputer  # noqa: F401
from sklearn.impute import IterativeImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedShuffleSplit

liver = pd.read_csv("liver.csv")
blood = ["bilirubin", "albumin", "protein"]
liver.loc[:, blood] = IterativeImputer(random_state=0).fit_transform(liver[blood])  # finding: preprocess-before-split
splitter = StratifiedShuffleSplit(n_splits=1, test_size=0.2, random_state=0)
rows, others = next(splitter.split(liver, liver["disease"]))  # via
chosen, left = liver.iloc[rows], liver.iloc[others]
lr = LogisticRegression(max_iter=1000).fit(chosen[blood], chosen["disease"])
print(lr.score(left[blood], left["disease"]))  # via
