import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score

FEATURES = ["tenure", "monthly", "churn", "support_calls"]  # also: target-among-features
TARGET = "churn"

customers = pd.read_csv("telecom.csv")
model = LogisticRegression(max_iter=1000)
print(cross_val_score(model, customers[FEATURES], customers[TARGET], cv=5).mean())  # finding: target-among-features
