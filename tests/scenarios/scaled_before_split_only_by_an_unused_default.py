# clean
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler


def prepare(table, normalize=False):
    if normalize:
        table = StandardScaler().fit_transform(table)  # silent
    return table


sheep = pd.read_csv("sheep.csv")
X = prepare(sheep.drop(columns=["lambs"]))
a, b, ya, yb = train_test_split(X, sheep["lambs"], random_state=0)
scaler = StandardScaler().fit(a)
print(LogisticRegression().fit(scaler.transform(a), ya).score(scaler.transform(b), yb))
