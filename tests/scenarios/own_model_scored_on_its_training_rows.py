import numpy as np
import pandas as pd
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split


class Perceptron:
    def __init__(self, rate=0.1, turns=50):
        self.rate, self.turns = rate, turns

    def fit(self, X, y):
        self.weights = np.zeros(X.shape[1])
        for _ in range(self.turns):
            for row, truth in zip(X, y):
                self.weights += self.rate * (truth - self._step(row)) * row
        return self

    def _step(self, row):
        return 1 if row @ self.weights > 0 else 0

    def predict(self, X):
        return np.array([self._step(row) for row in X])


shells = pd.read_csv("shells.csv")
X, y = shells.drop(columns="kind").to_numpy(), shells["kind"].to_numpy()
a, b, ya, yb = train_test_split(X, y, random_state=3)
model = Perceptron()
model.fit(X, y)  # finding: fit-on-evaluated-rows
print("accuracy", accuracy_score(yb, model.predict(b)))  # also: fit-on-evaluated-rows
