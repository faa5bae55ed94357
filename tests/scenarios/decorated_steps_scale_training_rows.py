# clean
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
def scale(train, test):
    scaler = StandardScaler().fit(train)  # silent
    return scaler.transform(train), scaler.transform(test)


X, y = load("beans.csv")
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
X_train, X_test = scale(X_train, X_test)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
