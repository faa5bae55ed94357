# clean
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.preprocessing import StandardScaler

loans = pd.read_csv("loans.csv")
answers = loans.pop("repaid")


def fold_scores(X, y, parts):
    found = []
    for inside, outside in parts.split(X, y):
        scaler = StandardScaler().fit(X.iloc[inside])  # silent
        model = LogisticRegression().fit(scaler.transform(X.iloc[inside]), y.iloc[inside])
        guessed = model.predict_proba(scaler.transform(X.iloc[outside]))[:, 1]
        found.append(roc_auc_score(y.iloc[outside], guessed))  # silent
    return found
