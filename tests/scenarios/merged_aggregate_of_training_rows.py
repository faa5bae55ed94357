# clean
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

visits = pd.read_csv("visits.csv")
print(visits.groupby("shop")["spend"].mean())  # silent
first, second = train_test_split(visits, stratify=visits["returned"], random_state=0)
per_shop = first.groupby("shop", as_index=False).agg(shop_spend=("spend", "mean"))
first = first.merge(per_shop, on="shop", how="left")  # silent
second = second.merge(per_shop, on="shop", how="left")  # silent
cols = ["spend", "minutes", "shop_spend"]
forest = RandomForestClassifier(random_state=0).fit(first[cols], first["returned"])
print(forest.score(second[cols].fillna(0), second["returned"]))
