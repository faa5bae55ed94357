import numpy as np
from sklearn.metrics import accuracy_score
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import MinMaxScaler
from sklearn.tree import DecisionTreeClassifier

spectra, mineral = np.load("spectra.npy"), np.load("mineral.npy")
spectra = MinMaxScaler().fit_transform(spectra)  # finding: preprocess-before-split
ten = StratifiedKFold(n_splits=10, shuffle=True, random_state=4)


def compared(depth, parts=ten):
    figures = []
    for inside, outside in parts.split(spectra, mineral):  # via
        tree = DecisionTreeClassifier(max_depth=depth, random_state=4).fit(spectra[inside], mineral[inside])  # via
        figures.append(accuracy_score(mineral[outside], tree.predict(spectra[outside])))  # via
    print(depth, np.mean(figures))
