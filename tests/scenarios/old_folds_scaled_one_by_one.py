# clean
import pandas as pd
from sklearn.cross_validation import KFold
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

tides = pd.read_csv("tides.csv")
X, y = tides.drop(columns="flood").values, tides["flood"].values
for inside, outside in KFold(len(tides), 5):
    scaler = StandardScaler().fit(X[inside])
    model = LogisticRegression().fit(scaler.transform(X[inside]), y[inside])
    print(model.score(scaler.transform(X[outside]), y[outside]))
