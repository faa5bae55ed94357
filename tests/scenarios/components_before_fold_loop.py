import numpy as np
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.model_selection import KFold
from sklearn.svm import LinearSVC

pixels, digit = load_digits(return_X_y=True)
reduced = PCA(n_components=20, whiten=True).fit_transform(pixels)  # finding: preprocess-before-split
accs = []
for inside, outside in KFold(5, shuffle=True, random_state=2).split(reduced):  # via
    svm = LinearSVC(dual="auto")
    svm.fit(reduced[inside], digit[inside])
    accs.append((svm.predict(reduced[outside]) == digit[outside]).mean())  # via
print("mean accuracy", np.mean(accs))
