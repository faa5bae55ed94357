import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split


class Winsorizer(BaseEstimator, TransformerMixin):
    def fit(self, X, y=None):
        self.low_, self.high_ = np.percentile(X, [5, 95], axis=0)  # also: preprocess-before-split
        return self

    def transform(self, X):
        return np.clip(X, self.low_, self.high_)


crops = pd.read_csv("crops.csv")
numbers = crops[["rain", "sun", "nitrogen"]].to_numpy()
numbers = Winsorizer().fit_transform(numbers)  # finding: preprocess-before-split
n_a, n_b, y_a, y_b = train_test_split(numbers, crops["good"].to_numpy(), random_state=0)  # via
print(LogisticRegression().fit(n_a, y_a).score(n_b, y_b))  # via
