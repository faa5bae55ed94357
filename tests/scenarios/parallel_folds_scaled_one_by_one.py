# clean
import pandas as pd
from joblib import Parallel, delayed
from sklearn.linear_model import Lasso
from sklearn.model_selection import KFold
from sklearn.preprocessing import RobustScaler


def judged(X, y, train, test):
    scaler = RobustScaler().fit(X.iloc[train])  # silent
    model = Lasso().fit(scaler.transform(X.iloc[train]), y.iloc[train])
    return model.score(scaler.transform(X.iloc[test]), y.iloc[test])


fields = pd.read_csv("fields.csv")
X, y = fields.drop(columns="yield"), fields["yield"]
scores = Parallel(n_jobs=4)(delayed(judged)(X, y, train, test) for train, test in KFold(5).split(X))
print(sum(scores) / len(scores))
