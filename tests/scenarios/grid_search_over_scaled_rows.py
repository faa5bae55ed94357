import pandas as pd
from sklearn.model_selection import GridSearchCV
from sklearn.preprocessing import QuantileTransformer
from sklearn.svm import SVC

stars = pd.read_csv("stars.csv")
spectrum = stars.filter(like="band_")
ranks = QuantileTransformer(n_quantiles=100).fit_transform(spectrum)  # finding: preprocess-before-split
hunt = GridSearchCV(SVC(), {"C": [0.1, 1, 10]}, cv=5)
hunt.fit(ranks, stars["kind"])  # via
print("cross-validated accuracy", hunt.best_score_)  # via
