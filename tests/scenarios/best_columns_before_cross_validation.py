import numpy as np
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.model_selection import cross_val_score
from sklearn.neighbors import KNeighborsClassifier

rng = np.random.default_rng(0)
noise = rng.normal(size=(60, 5000))
coin = rng.integers(0, 2, size=60)
kept = SelectKBest(f_classif, k=20).fit_transform(noise, coin)  # finding: select-before-split
print(cross_val_score(KNeighborsClassifier(3), kept, coin, cv=5).mean())  # via
