# clean
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

phones = pd.read_csv("phones.csv")
features = StandardScaler().fit_transform(phones[["calls", "data"]])  # silent
print(features[:3])
features = phones[["calls", "data"]]


def prepare(frame, standardize=False):
    if standardize:
        frame = (frame - frame.mean()) / frame.std()  # silent
    return frame


features = prepare(features)
fa, fb, ya, yb = train_test_split(features, phones["left"], random_state=0)
print(LogisticRegression().fit(fa, ya).score(fb, yb))
