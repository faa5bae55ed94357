import contextlib

import pandas as pd
from sklearn.linear_model import Lasso
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import RobustScaler


@contextlib.contextmanager
def stage(name, table):
    print("begin", name)
    try:
        yield table.dropna()
    finally:
        print("end", name)


def parts_of(table):
    yield table.drop(columns="yield")
    yield table["yield"]


with stage("scale", pd.read_csv("fields.csv")) as fields:
    X, y = parts_of(fields)
    X = RobustScaler().fit_transform(X)  # finding: preprocess-before-split
with stage("judge", fields):
    a, b, ya, yb = train_test_split(X, y, random_state=0)  # via
    print(Lasso().fit(a, ya).score(b, yb))  # via
