import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.neighbors import KNeighborsClassifier

cells, malignant = load_breast_cancer(return_X_y=True)
centre = cells.mean(axis=0)  # also: preprocess-before-split
spread = cells.std(axis=0)  # also: preprocess-before-split
cells = (cells - centre) / spread  # finding: preprocess-before-split
order = np.random.default_rng(3).permutation(len(cells))
cut = int(0.7 * len(order))
left, right = order[:cut], order[cut:]  # via
knn = KNeighborsClassifier(7).fit(cells[left], malignant[left])
guess = knn.predict(cells[right])
print(np.mean(guess == malignant[right]))  # via
