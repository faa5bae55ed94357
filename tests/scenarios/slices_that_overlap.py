import numpy as np
from sklearn.datasets import make_classification
from sklearn.ensemble import BaggingClassifier

points, side = make_classification(n_samples=1000, random_state=0)
bag = BaggingClassifier(random_state=0)
bag.fit(points[:800], side[:800])  # finding: fit-on-evaluated-rows
held, truth = points[700:], side[700:]
print(np.mean(bag.predict(held) == truth))  # via  # also: fit-on-evaluated-rows
