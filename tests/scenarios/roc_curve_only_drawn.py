# clean
import matplotlib.pyplot as plt
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import auc, f1_score, roc_curve
from sklearn.model_selection import TunedThresholdClassifierCV, train_test_split

tumours = pd.read_csv("tumours.csv")
t1, t2, m1, m2 = train_test_split(tumours[["size", "texture"]], tumours["malignant"], random_state=0)
tuned = TunedThresholdClassifierCV(RandomForestClassifier(random_state=0), scoring="f1").fit(t1, m1)  # silent
fpr, tpr, cuts = roc_curve(m2, tuned.predict_proba(t2)[:, 1])  # silent
plt.plot(fpr, tpr, label=f"AUC {auc(fpr, tpr):.2f}")
plt.savefig("roc.png")
print("F1", f1_score(m2, tuned.predict(t2)))  # silent
