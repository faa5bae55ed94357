import pandas as pd
from sklearn.linear_model import Ridge

shop = pd.read_csv("shop.csv", parse_dates=["day"]).sort_values("day")
shop["yesterday"] = shop["visitors"].shift(1)  # silent
shop["day_after"] = shop["visitors"].shift(-1)  # finding: future-value-as-feature
shop = shop.dropna()
n = int(len(shop) * 0.8)
cols = ["yesterday", "day_after"]  # also: future-value-as-feature
early, late = shop.iloc[:n], shop.iloc[n:]
ridge = Ridge().fit(early[cols], early["visitors"])  # also: future-value-as-feature
print(ridge.score(late[cols], late["visitors"]))  # via
