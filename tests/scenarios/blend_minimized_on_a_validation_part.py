# clean
import pandas as pd
from scipy.optimize import minimize
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import log_loss
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB

clicks = pd.read_csv("clicks.csv")
rest, test, bought_rest, bought_test = train_test_split(
    clicks[["visits", "age", "hour"]], clicks["bought"], random_state=7
)
a, valid, bought_a, bought_valid = train_test_split(rest, bought_rest, random_state=7)
trees = GradientBoostingClassifier(random_state=0).fit(a, bought_a)
bayes = GaussianNB().fit(a, bought_a)


def blend(weights, rows):
    return weights[0] * trees.predict_proba(rows)[:, 1] + weights[1] * bayes.predict_proba(rows)[:, 1]


found = minimize(lambda weights: log_loss(bought_valid, blend(weights, valid)), [0.5, 0.5])
print("log loss", log_loss(bought_test, blend(found.x, test)))
