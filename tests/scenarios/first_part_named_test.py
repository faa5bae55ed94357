import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.svm import LinearSVC

cells, benign = load_breast_cancer(return_X_y=True)
cells_test, cells_train, benign_test, benign_train = train_test_split(cells, benign, test_size=0.2, random_state=0)  # finding: split-unpacked-in-wrong-order
svc = LinearSVC(dual="auto").fit(np.log1p(cells_train), benign_train)
print(accuracy_score(benign_test, svc.predict(np.log1p(cells_test))))
