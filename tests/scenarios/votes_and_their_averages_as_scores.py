import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

known, later = pd.read_csv("clients_2023.csv"), pd.read_csv("clients_2024.csv")
features, left = known[["age", "visits"]], known["left"]
asked, truth = later[["age", "visits"]], later["left"]
model = LogisticRegression().fit(features, left)
answers = model.predict(asked)  # via
print(roc_auc_score(truth, answers))  # finding: hard-labels-to-ranking-metric
print(roc_auc_score(truth, pd.Series(answers).rolling(5).mean()))

total = np.zeros(len(truth))
for seed in range(5):
    total += RandomForestClassifier(random_state=seed).fit(features, left).predict(asked)
print(roc_auc_score(truth, total))
