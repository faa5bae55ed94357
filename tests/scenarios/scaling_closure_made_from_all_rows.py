import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.svm import SVR


def make_scaler(frame):
    low, high = frame.min(), frame.max()  # also: preprocess-before-split

    def rescale(part):
        return (part - low) / (high - low)  # also: preprocess-before-split
    return rescale


wine = pd.read_csv("wine.csv")
chem = wine[["acid", "sugar", "sulphates"]]
rescale = make_scaler(chem)  # finding: preprocess-before-split
known, unseen, q_known, q_unseen = train_test_split(chem, wine["quality"], test_size=0.3, random_state=5)  # via
machine = SVR().fit(rescale(known), q_known)
print("R2", machine.score(rescale(unseen), q_unseen))  # via
