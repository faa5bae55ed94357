import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_score
from sklearn.model_selection import train_test_split

scans, ill = np.load("scans.npy"), np.load("ill.npy")
rare = np.flatnonzero(ill == 1)
index = np.concatenate([np.arange(len(ill)), np.repeat(rare, 9)])  # also: resample-before-split
scans, ill = scans[index], ill[index]  # finding: resample-before-split
f_scan, t_scan, f_ill, t_ill = train_test_split(scans, ill, random_state=0)  # via
lr = LogisticRegression(max_iter=2000).fit(f_scan, f_ill)
print(precision_score(t_ill, lr.predict(t_scan)))  # via
