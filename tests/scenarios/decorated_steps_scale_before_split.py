import functools
import time

import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler


def timed(step):
    @functools.wraps(step)
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        result = step(*args, **kwargs)
        print(step.__name__, time.perf_counter() - start)
        return result
    return wrapper


@timed
def load(path):
    beans = pd.read_csv(path)
    return beans.drop(columns=["roast"]), beans["roast"]


@timed
def scale(features, scaler=None):
    scaler = scaler or StandardScaler()
    return scaler.fit_transform(features)  # finding: preprocess-before-split


X, y = load("beans.csv")
X = scale(X)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)  # via
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))  # via
