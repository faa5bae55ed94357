# clean
import pandas as pd
from sklearn.linear_model import Ridge

shop = pd.read_csv("shop.csv", parse_dates=["day"]).sort_values("day")
shop["yesterday"] = shop["visitors"].shift(1)  # silent
shop["goal"] = shop["visitors"].shift(-1)  # silent
shop = shop.dropna()
n = int(len(shop) * 0.8)
cols = ["yesterday", "visitors", "sun_hours"]
early, late = shop.iloc[:n], shop.iloc[n:]
ridge = Ridge().fit(early[cols], early["goal"])
print(ridge.score(late[cols], late["goal"]))
