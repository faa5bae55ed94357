# clean
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss

first = pd.read_csv("january_to_june.csv")
later = pd.read_csv("july_to_december.csv")
n = len(first)
both = pd.concat([first, later], ignore_index=True)
both["source"] = both["source"].str.strip().str.lower().fillna("none")  # silent
both["per_page"] = both["seconds"] / (both["pages"] + 1)  # silent
dummies = pd.get_dummies(both[["clicks", "per_page", "source"]], columns=["source"])  # silent
head, tail = dummies.iloc[:n], dummies.iloc[n:]
lr = LogisticRegression().fit(head, first["paid"])
print("log loss", log_loss(later["paid"], lr.predict_proba(tail)))
