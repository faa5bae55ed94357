# clean
import numpy as np
from imblearn.over_sampling import RandomOverSampler
from sklearn.datasets import make_classification
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold
from sklearn.tree import DecisionTreeClassifier

signal, fault = make_classification(n_samples=600, weights=[0.9], random_state=0)
sampler = RandomOverSampler(random_state=0)
scores = []
for i, j in StratifiedKFold(n_splits=4, shuffle=True, random_state=0).split(signal, fault):
    more, labels = sampler.fit_resample(signal[i], fault[i])  # silent
    tree = DecisionTreeClassifier(random_state=0).fit(more, labels)
    scores.append(f1_score(fault[j], tree.predict(signal[j])))
print(np.mean(scores))
