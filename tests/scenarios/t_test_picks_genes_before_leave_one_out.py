import numpy as np
import pandas as pd
from scipy.stats import ttest_ind
from sklearn.model_selection import LeaveOneOut, cross_val_predict
from sklearn.svm import SVC

table = pd.read_csv("microarray.csv")
tumour = table["tumour"].to_numpy()
genes = table.drop(columns=["tumour", "patient"]).to_numpy()
_, p = ttest_ind(genes[tumour == 1], genes[tumour == 0])  # finding: select-before-split
top = np.argsort(p)[:50]  # also: select-before-split
calls = cross_val_predict(SVC(kernel="linear"), genes[:, top], tumour, cv=LeaveOneOut())  # via
print("accuracy", np.mean(calls == tumour))  # via
