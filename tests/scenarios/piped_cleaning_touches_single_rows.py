# clean
import pandas as pd
from sklearn.linear_model import Lasso
from sklearn.model_selection import train_test_split


def rename_columns(frame):
    return frame.rename(columns=str.lower)


def add_columns(frame):
    return frame.assign(views=frame["views"].fillna(0), per_view=lambda f: f["budget"] / (f["views"] + 1))  # silent


ads = pd.read_csv("ads.csv").pipe(rename_columns).pipe(add_columns).sample(frac=1, random_state=0)  # silent
shown, kept = train_test_split(ads, test_size=0.3, random_state=6)
means = shown[["views", "budget"]].mean()
cols = ["views", "budget", "per_view"]
lasso = Lasso(alpha=0.1).fit(shown[cols].fillna(means), shown["sales"])
print("R2 %.2f" % lasso.score(kept[cols].fillna(means), kept["sales"]))
