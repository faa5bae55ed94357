import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

block = np.genfromtxt("sonar.csv", delimiter=",", skip_header=1)
inputs = block[:, 1:]  # also: target-among-features
answer = block[:, -1]
x1, x2, a1, a2 = train_test_split(inputs, answer, test_size=0.2, random_state=0)  # also: target-among-features
print(SVC().fit(x1, a1).score(x2, a2))  # finding: target-among-features
