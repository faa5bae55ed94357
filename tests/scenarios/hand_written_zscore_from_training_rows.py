# clean
import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.neighbors import KNeighborsClassifier

cells, malignant = load_breast_cancer(return_X_y=True)
order = np.random.default_rng(3).permutation(len(cells))
cut = int(0.7 * len(order))
left, right = order[:cut], order[cut:]
cells = (cells - cells[left].mean(axis=0)) / cells[left].std(axis=0)  # silent
knn = KNeighborsClassifier(7).fit(cells[left], malignant[left])
guess = knn.predict(cells[right])
print(np.mean(guess == malignant[right]))
