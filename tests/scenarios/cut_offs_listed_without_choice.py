# clean
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import precision_score, recall_score
from sklearn.model_selection import train_test_split

loans = pd.read_csv("loans.csv")
a, b, late_a, late_b = train_test_split(loans[["income", "debt"]], loans["late"], random_state=0)
chance = RandomForestClassifier(random_state=0).fit(a, late_a).predict_proba(b)[:, 1]
for cut in np.arange(0.1, 0.9, 0.1):
    late = chance >= cut
    print(cut, precision_score(late_b, late), recall_score(late_b, late))
