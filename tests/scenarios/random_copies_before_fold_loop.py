import numpy as np
from imblearn.over_sampling import RandomOverSampler
from sklearn.datasets import make_classification
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold
from sklearn.tree import DecisionTreeClassifier

signal, fault = make_classification(n_samples=600, weights=[0.9], random_state=0)
sampler = RandomOverSampler(random_state=0)
signal, fault = sampler.fit_resample(signal, fault)  # finding: resample-before-split
scores = []
for i, j in StratifiedKFold(n_splits=4, shuffle=True, random_state=0).split(signal, fault):  # via
    tree = DecisionTreeClassifier(random_state=0).fit(signal[i], fault[i])
    scores.append(f1_score(fault[j], tree.predict(signal[j])))  # via
print(np.mean(scores))
