import pandas as pd
from sklearn.cross_validation import KFold
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

tides = pd.read_csv("tides.csv")
X, y = tides.drop(columns="flood").values, tides["flood"].values
X = StandardScaler().fit_transform(X)  # finding: preprocess-before-split
for fold, (inside, outside) in enumerate(KFold(tides.shape[0], n_folds=5)):  # via
    model = LogisticRegression().fit(X[inside], y[inside])
    print(fold, model.score(X[outside], y[outside]))
