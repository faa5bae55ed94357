import numpy as np
from sklearn.feature_selection import mutual_info_classif
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score

genes, disease = np.load("genes.npy"), np.load("disease.npy")
told = mutual_info_classif(genes, disease, random_state=0)  # finding: select-before-split
kept = [number for number, information in enumerate(told) if information > 0.02]
print(cross_val_score(LogisticRegression(), genes[:, kept], disease, cv=5).mean())  # via
