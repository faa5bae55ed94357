# clean
import numpy as np
import pandas as pd
from scipy.stats import ttest_ind
from sklearn.model_selection import LeaveOneOut
from sklearn.svm import SVC

table = pd.read_csv("microarray.csv")
tumour = table["tumour"].to_numpy()
genes = table.drop(columns=["tumour", "patient"]).to_numpy()
hits = 0
for rest, one in LeaveOneOut().split(genes):
    g, t = genes[rest], tumour[rest]
    top = np.argsort(ttest_ind(g[t == 1], g[t == 0]).pvalue)[:50]  # silent
    svc = SVC(kernel="linear").fit(g[:, top], t)
    hits += int(svc.predict(genes[one][:, top])[0] == tumour[one][0])
print("accuracy", hits / len(tumour))
