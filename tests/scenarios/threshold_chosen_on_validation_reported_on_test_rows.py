# clean
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, roc_auc_score, roc_curve
from sklearn.model_selection import train_test_split

tumours = pd.read_csv("tumours.csv")
t1, t2, m1, m2 = train_test_split(tumours[["size", "texture"]], tumours["malignant"], random_state=0)
t1, tv, m1, mv = train_test_split(t1, m1, random_state=0)
model = LogisticRegression().fit(t1, m1)
fpr, tpr, cuts = roc_curve(mv, model.predict_proba(tv)[:, 1])  # silent
cut = cuts[np.argmax(tpr - fpr)]  # silent
prob = model.predict_proba(t2)[:, 1]
print("F1 at best cut", f1_score(m2, prob >= cut), "AUC", roc_auc_score(m2, prob))
