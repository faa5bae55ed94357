import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

visits = pd.read_csv("visits.csv")
per_shop = visits.groupby("shop", as_index=False).agg(shop_spend=("spend", "mean"), shop_std=("spend", "std"))  # also: preprocess-before-split
visits = visits.merge(per_shop, on="shop", how="left")  # finding: preprocess-before-split
cols = ["spend", "minutes", "shop_spend", "shop_std"]
va, vb, ra, rb = train_test_split(visits[cols], visits["returned"], stratify=visits["returned"], random_state=0)  # via
forest = RandomForestClassifier(random_state=0).fit(va.fillna(0), ra)
print(forest.score(vb.fillna(0), rb))  # via
