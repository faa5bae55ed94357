# clean
import numpy as np
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.model_selection import cross_val_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline

rng = np.random.default_rng(0)
noise = rng.normal(size=(60, 5000))
coin = rng.integers(0, 2, size=60)
chain = make_pipeline(SelectKBest(f_classif, k=20), KNeighborsClassifier(3))
print(cross_val_score(chain, noise, coin, cv=5).mean())  # silent
