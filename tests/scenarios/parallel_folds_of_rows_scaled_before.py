import pandas as pd
from joblib import Parallel, delayed
from sklearn.linear_model import Lasso
from sklearn.model_selection import KFold
from sklearn.preprocessing import RobustScaler


def judged(X, y, train, test):
    model = Lasso().fit(X[train], y[train])
    return model.score(X[test], y[test])  # via


fields = pd.read_csv("fields.csv")
X, y = fields.drop(columns="yield"), fields["yield"].to_numpy()
X = RobustScaler().fit_transform(X)  # finding: preprocess-before-split
scores = Parallel(n_jobs=4)(delayed(judged)(X, y, train, test) for train, test in KFold(5).split(X))  # via
print(sum(scores) / len(scores))
