import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

digits, labels = np.load("digits.npy"), np.load("digit_labels.npy")
shifted = np.roll(digits, 1, axis=2)
digits = np.concatenate([digits, shifted])  # finding: augment-before-split
labels = np.concatenate([labels, labels])
digits = digits.reshape(len(digits), -1) / 255.0
d_fit, d_held, l_fit, l_held = train_test_split(digits, labels, test_size=0.25, random_state=0)  # via
clf = LogisticRegression(max_iter=500).fit(d_fit, l_fit)
print(clf.score(d_held, l_held))  # via
