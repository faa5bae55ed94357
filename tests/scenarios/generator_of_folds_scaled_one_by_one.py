# clean
import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.model_selection import RepeatedKFold
from sklearn.neighbors import KNeighborsRegressor


def folds(block, values):
    for a, b in RepeatedKFold(n_splits=5, n_repeats=2, random_state=0).split(block):
        low, high = block[a].min(0), block[a].max(0)  # silent
        yield (block[a] - low) / (high - low), (block[b] - low) / (high - low), values[a], values[b]  # silent


body, progress = load_diabetes(return_X_y=True)
scores = [KNeighborsRegressor(9).fit(xa, ya).score(xb, yb) for xa, xb, ya, yb in folds(body, progress)]
print(f"R2 {np.mean(scores):.3f} +/- {np.std(scores):.3f}")
