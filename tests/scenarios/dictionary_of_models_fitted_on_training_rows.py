# clean
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import BernoulliNB

votes = pd.read_csv("votes.csv")
ballots, party = votes.drop(columns=["party"]), votes["party"]
b_tr, b_te, p_tr, p_te = train_test_split(ballots, party, random_state=0)
models = {"logistic": LogisticRegression(), "bayes": BernoulliNB()}
for name, model in models.items():
    model.fit(b_tr, p_tr)  # silent
    print(name, model.score(b_tr, p_tr), model.score(b_te, p_te))  # silent
