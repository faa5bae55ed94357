"""Recognises rock samples by their spectra: reduces them, then asks which kind they are."""

import numpy as np
from sklearn.decomposition import PCA
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

spectra = np.load("spectra.npy")
kinds = np.load("kinds.npy")
print(spectra.shape[1], "wavelengths of", len(spectra), "samples")

centred = StandardScaler().fit_transform(spectra)  # finding: preprocess-before-split
components = PCA(n_components=20, svd_solver="full").fit_transform(centred)  # finding: preprocess-before-split

X_train, X_test, y_train, y_test = train_test_split(
    components, kinds, test_size=0.3, stratify=kinds, random_state=9
)
model = LinearDiscriminantAnalysis()
model.fit(X_train, y_train)
print("balanced accuracy", balanced_accuracy_score(y_test, model.predict(X_test)))
