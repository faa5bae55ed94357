# clean
import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer


class Ratios(BaseEstimator, TransformerMixin):
    def fit(self, X, y=None):
        return self

    def transform(self, X):
        return X.assign(ratio=X["length"] / X["width"])


def logarithms(table):
    return np.log1p(table)


leaves = pd.read_csv("leaves.csv")
features = Ratios().fit_transform(leaves.drop(columns="tree"))  # silent
features = make_pipeline(Ratios(), FunctionTransformer(logarithms)).fit_transform(features)  # silent
a, b, ta, tb = train_test_split(features, leaves["tree"], random_state=2)
print(LogisticRegression().fit(a, ta).score(b, tb))
