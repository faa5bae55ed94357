# clean
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.svm import SVR


def make_scaler(frame):
    low, high = frame.min(), frame.max()  # silent

    def rescale(part):
        return (part - low) / (high - low)  # silent
    return rescale


wine = pd.read_csv("wine.csv")
chem = wine[["acid", "sugar", "sulphates"]]
known, unseen, q_known, q_unseen = train_test_split(chem, wine["quality"], test_size=0.3, random_state=5)
rescale = make_scaler(known)
machine = SVR().fit(rescale(known), q_known)
print("R2", machine.score(rescale(unseen), q_unseen))
