# clean
import numpy as np
import pandas as pd
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import cross_val_predict, train_test_split
from sklearn.neighbors import KNeighborsClassifier

cores = pd.read_csv("cores.csv")
a, b, ore_a, ore_b = train_test_split(cores[["iron", "depth", "density"]], cores["ore"], random_state=1)
models = [KNeighborsClassifier(9), ExtraTreesClassifier(random_state=0)]
inner = np.column_stack([cross_val_predict(model, a, ore_a, method="predict_proba")[:, 1] for model in models])
judge = LogisticRegression().fit(inner, ore_a)
answers = np.column_stack([model.fit(a, ore_a).predict_proba(b)[:, 1] for model in models])
print("AUC", roc_auc_score(ore_b, judge.predict_proba(answers)[:, 1]))
