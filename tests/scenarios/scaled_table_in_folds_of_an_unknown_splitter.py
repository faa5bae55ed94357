import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.preprocessing import StandardScaler

loans = pd.read_csv("loans.csv")
answers = loans["repaid"]
inputs = StandardScaler().fit_transform(loans.drop(columns="repaid"))  # finding: preprocess-before-split


def report(X, y, parts):
    found = []
    for number, (inside, outside) in enumerate(parts.split(X, y)):  # via
        model = LogisticRegression()
        model.fit(inputs[inside], answers[inside])  # via
        found.append(roc_auc_score(answers[outside], model.predict(inputs[outside])))  # via  # finding: hard-labels-to-ranking-metric
    print("mean over folds", np.mean(found))
