# clean
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import StandardScaler

known, unknown = pd.read_csv("known.csv"), pd.read_csv("unknown.csv")
left = known.pop("left")
guesses = pd.Series(LogisticRegression().fit(known, left).predict(unknown))
everyone = pd.concat([known, unknown], ignore_index=True)
labels = pd.concat([left, guesses], ignore_index=True)
outside_guess = np.zeros(len(known))
for train_idx, valid_idx in StratifiedKFold(n_splits=5, shuffle=True, random_state=3).split(known, left):
    more_train_idx = list(train_idx) + list(range(len(known), len(everyone)))
    scaler = StandardScaler()
    inputs = scaler.fit_transform(everyone.iloc[more_train_idx])  # silent
    model = LogisticRegression().fit(inputs, labels.iloc[more_train_idx])
    outside_guess[valid_idx] = model.predict_proba(scaler.transform(known.iloc[valid_idx]))[:, 1]
print("out of fold", roc_auc_score(left, outside_guess))
