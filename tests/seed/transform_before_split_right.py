"""Recognises rock samples by their spectra: reduces them, then asks which kind they are."""

import numpy as np
from sklearn.decomposition import PCA
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

spectra = np.load("spectra.npy")
kinds = np.load("kinds.npy")
print(spectra.shape[1], "wavelengths of", len(spectra), "samples")

X_train, X_test, y_train, y_test = train_test_split(spectra, kinds, test_size=0.3, stratify=kinds, random_state=9)
model = make_pipeline(
    StandardScaler(), PCA(n_components=20, svd_solver="full"), LinearDiscriminantAnalysis()
)
model.fit(X_train, y_train)
print("balanced accuracy", balanced_accuracy_score(y_test, model.predict(X_test)))
