# clean
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.utils import resample

pipes = pd.read_csv("pipes.csv")
known, new = train_test_split(pipes, test_size=0.25, random_state=8)
model = LogisticRegression().fit(known[["pressure", "age"]], known["burst"])
areas = []
for turn in range(1000):
    drawn = resample(new, random_state=turn)  # silent
    areas.append(roc_auc_score(drawn["burst"], model.predict_proba(drawn[["pressure", "age"]])[:, 1]))
print("AUC", np.percentile(areas, [5, 50, 95]))
