import numpy as np
import pandas as pd
from lightgbm import LGBMClassifier, early_stopping
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold

train, new = pd.read_csv("train.csv"), pd.read_csv("new.csv")
left = train.pop("left")
held, coming = np.zeros(len(train)), np.zeros(len(new))
for inside, outside in StratifiedKFold(5, shuffle=True, random_state=0).split(train, left):
    model = LGBMClassifier(n_estimators=3000, random_state=0)
    watched = [(train.iloc[outside], left.iloc[outside])]
    model.fit(train.iloc[inside], left.iloc[inside], eval_set=watched, callbacks=[early_stopping(200)])  # finding: early-stopping-on-test-rows
    held[outside] = model.predict_proba(train.iloc[outside])[:, 1]
    coming += model.predict_proba(new)[:, 1] / 5
print("AUC", roc_auc_score(left, held))
pd.Series(np.mean([coming, coming], axis=0)).to_csv("guess.csv")
