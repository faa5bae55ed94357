# clean
import numpy as np
import pandas as pd
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier

fish = pd.read_csv("fish.csv")
w, z, kw, kz = train_test_split(fish[["length", "height"]], fish["kind"], test_size=0.3, random_state=101)
error_rate = []
for k in range(1, 40):
    error_rate.append(1 - cross_val_score(KNeighborsClassifier(k), w, kw, cv=10).mean())  # silent
best_k = int(np.argmin(error_rate)) + 1  # silent
knn = KNeighborsClassifier(n_neighbors=best_k).fit(w, kw)
print("accuracy with best k:", knn.score(z, kz))
