import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import StandardScaler

letters, guessed = pd.read_csv("letters.csv"), pd.read_csv("guessed.csv")
answered = letters.pop("answered")
more = pd.concat([letters, guessed.drop(columns="answered")], ignore_index=True)
scaler = StandardScaler().fit(more)  # finding: preprocess-before-split
probability = np.zeros(len(letters))
for inside, outside in StratifiedKFold(5, shuffle=True, random_state=0).split(letters, answered):
    model = LogisticRegression().fit(scaler.transform(letters.iloc[inside]), answered.iloc[inside])
    probability[outside] = model.predict_proba(scaler.transform(letters.iloc[outside]))[:, 1]
print("AUC", roc_auc_score(answered, probability))
