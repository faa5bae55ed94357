# clean
import pandas as pd
from sklearn.feature_selection import RFE
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split


def strongest(frame, truth, how_many=5):
    rfe = RFE(LogisticRegression(max_iter=1000), n_features_to_select=how_many)
    rfe.fit(frame, truth)  # silent
    return [name for name, keep in zip(frame.columns, rfe.support_) if keep]


fraud = pd.read_csv("fraud.csv")
truth = fraud["is_fraud"]
frame = fraud.drop(columns=["is_fraud", "transaction"])
fr_a, fr_b, t_a, t_b = train_test_split(frame, truth, stratify=truth, random_state=0)
names = strongest(fr_a, t_a)
logit = LogisticRegression(max_iter=1000).fit(fr_a[names], t_a)
print("F1", f1_score(t_b, logit.predict(fr_b[names])))
