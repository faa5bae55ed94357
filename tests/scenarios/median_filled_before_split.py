import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

loans = pd.read_csv("loans.csv")
loans["salary"] = loans["salary"].fillna(loans["salary"].median())  # finding: preprocess-before-split
loans["has_car"] = loans["has_car"].fillna(0)  # silent
inputs, outcome = loans[["salary", "has_car", "debt"]], loans["defaulted"]
fit_x, held_x, fit_y, held_y = train_test_split(inputs, outcome, test_size=0.25, random_state=8)  # via
booster = HistGradientBoostingClassifier(random_state=8)
booster.fit(fit_x, fit_y)
print("AUC", roc_auc_score(held_y, booster.predict_proba(held_x)[:, 1]))  # via
