"""Finds the few transfers that are fraud among many that are not."""

import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

transfers = pd.read_csv("transfers.csv")
print(transfers["is_fraud"].value_counts(normalize=True))
y = transfers["is_fraud"]
X = transfers[["amount", "hour", "country", "age_of_account"]]

X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=1)
prepare = make_column_transformer(
    (OneHotEncoder(handle_unknown="ignore"), ["country"]),
    (StandardScaler(), ["amount", "hour", "age_of_account"]),
)
model = make_pipeline(prepare, LogisticRegression(max_iter=1000))
model.fit(X_train, y_train)  # finding: class-imbalance-ignored
print("accuracy", model.score(X_test, y_test))
