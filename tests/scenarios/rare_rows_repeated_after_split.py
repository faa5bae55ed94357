# clean
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_score
from sklearn.model_selection import train_test_split

scans, ill = np.load("scans.npy"), np.load("ill.npy")
f_scan, t_scan, f_ill, t_ill = train_test_split(scans, ill, random_state=0)
rare = np.flatnonzero(f_ill == 1)
index = np.concatenate([np.arange(len(f_ill)), np.repeat(rare, 9)])  # silent
lr = LogisticRegression(max_iter=2000).fit(f_scan[index], f_ill[index])  # silent
print(precision_score(t_ill, lr.predict(t_scan)))
