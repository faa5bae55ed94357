import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.model_selection import RepeatedKFold
from sklearn.neighbors import KNeighborsRegressor

scale = lambda block: (block - block.min(0)) / (block.max(0) - block.min(0))  # also: preprocess-before-split


def folds(block, values):
    for a, b in RepeatedKFold(n_splits=5, n_repeats=2, random_state=0).split(block):  # via
        yield block[a], block[b], values[a], values[b]


body, progress = load_diabetes(return_X_y=True)
body = scale(body)  # finding: preprocess-before-split
scores = [KNeighborsRegressor(9).fit(xa, ya).score(xb, yb) for xa, xb, ya, yb in folds(body, progress)]  # via
print(f"R2 {np.mean(scores):.3f} +/- {np.std(scores):.3f}")
