# clean
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

digits, labels = np.load("digits.npy"), np.load("digit_labels.npy")
d_fit, d_held, l_fit, l_held = train_test_split(digits / 255.0, labels, test_size=0.25, random_state=0)
d_fit = np.concatenate([d_fit, np.roll(d_fit, 1, axis=2)])  # silent
l_fit = np.concatenate([l_fit, l_fit])
clf = LogisticRegression(max_iter=500).fit(d_fit.reshape(len(d_fit), -1), l_fit)
print(clf.score(d_held.reshape(len(d_held), -1), l_held))
