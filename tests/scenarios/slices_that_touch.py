# clean
import numpy as np
from sklearn.datasets import make_classification
from sklearn.ensemble import BaggingClassifier

points, side = make_classification(n_samples=1000, random_state=0)
bag = BaggingClassifier(random_state=0)
bag.fit(points[:700], side[:700])  # silent
held, truth = points[-300:], side[-300:]
print(np.mean(bag.predict(held) == truth))
