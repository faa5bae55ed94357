import pandas as pd
from sklearn.linear_model import Lasso
from sklearn.model_selection import train_test_split


def rename_columns(frame):
    return frame.rename(columns=str.lower)


def fill_with_means(frame):
    return frame.fillna(frame.mean(numeric_only=True))  # finding: preprocess-before-split


ads = pd.read_csv("ads.csv").pipe(rename_columns).pipe(fill_with_means)  # also: preprocess-before-split
shown, kept = train_test_split(ads, test_size=0.3, random_state=6)  # via
cols = ["views", "budget"]
lasso = Lasso(alpha=0.1).fit(shown[cols], shown["sales"])
print("R2 %.2f" % lasso.score(kept[cols], kept["sales"]))  # via
