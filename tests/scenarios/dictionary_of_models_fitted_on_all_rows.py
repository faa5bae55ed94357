import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import BernoulliNB

votes = pd.read_csv("votes.csv")
ballots, party = votes.drop(columns=["party"]), votes["party"]
b_tr, b_te, p_tr, p_te = train_test_split(ballots, party, random_state=0)  # via
models = {"logistic": LogisticRegression(), "bayes": BernoulliNB()}
for name, model in models.items():
    model.fit(ballots, party)  # finding: fit-on-evaluated-rows
    print(name, model.score(b_te, p_te))  # via  # also: fit-on-evaluated-rows
