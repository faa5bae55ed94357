import lightgbm as lgb
import pandas as pd
from sklearn.metrics import roc_auc_score

basket = pd.read_csv("baskets.csv").sort_values(["customer", "week"])
by = basket.groupby("customer")
basket["last_sum"] = by["sum"].shift(1)  # silent
basket["next_sum"] = by["sum"].shift(-1)  # finding: future-value-as-feature
cols = ["last_sum", "next_sum", "items"]  # also: future-value-as-feature
old, new = basket[basket["week"] < 40], basket[basket["week"] >= 40]
clf = lgb.LGBMClassifier().fit(old[cols], old["complained"])  # also: future-value-as-feature
print(roc_auc_score(new["complained"], clf.predict_proba(new[cols])[:, 1]))  # via
