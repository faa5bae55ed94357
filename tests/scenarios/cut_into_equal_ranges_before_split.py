import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

guests = pd.read_csv("guests.csv")
guests["band"] = pd.cut(guests["age"], 5, labels=False)  # finding: preprocess-before-split
a, b, c, d = train_test_split(guests[["band", "nights"]], guests["returned"], random_state=0)
print("accuracy", RandomForestClassifier(random_state=0).fit(a, c).score(b, d))
