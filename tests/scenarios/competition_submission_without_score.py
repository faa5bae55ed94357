# clean
import pandas as pd
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

given = pd.read_csv("train.csv")
asked = pd.read_csv("test.csv")
cols = ["f1", "f2", "f3"]
imputer, scaler = SimpleImputer(), StandardScaler()
given_x = scaler.fit_transform(imputer.fit_transform(given[cols]))  # silent
asked_x = scaler.transform(imputer.transform(asked[cols]))
model = LogisticRegression().fit(given_x, given["target"])  # silent
pd.DataFrame({"id": asked["id"], "target": model.predict(asked_x)}).to_csv("submission.csv", index=False)
