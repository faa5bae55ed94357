import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss
from sklearn.preprocessing import StandardScaler

first = pd.read_csv("january_to_june.csv")
later = pd.read_csv("july_to_december.csv")
cols = ["clicks", "seconds", "pages"]
sc = StandardScaler()
sc.fit(pd.concat([first[cols], later[cols]]))  # finding: preprocess-before-split
lr = LogisticRegression().fit(sc.transform(first[cols]), first["paid"])
prob = lr.predict_proba(sc.transform(later[cols]))
print("log loss", log_loss(later["paid"], prob), "worst", np.min(prob))  # via
