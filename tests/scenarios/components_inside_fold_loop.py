# clean
import numpy as np
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.model_selection import KFold
from sklearn.svm import LinearSVC

pixels, digit = load_digits(return_X_y=True)
accs = []
for inside, outside in KFold(5, shuffle=True, random_state=2).split(pixels):
    pca = PCA(n_components=20, whiten=True)
    low = pca.fit_transform(pixels[inside])  # silent
    svm = LinearSVC(dual="auto").fit(low, digit[inside])
    accs.append((svm.predict(pca.transform(pixels[outside])) == digit[outside]).mean())
print("mean accuracy", np.mean(accs))
