import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import cross_val_score

till = pd.read_csv("till.csv")
typical = till.groupby("shop")["takings"].mean().rename("typical").reset_index()  # also: encode-target-before-split
till = till.merge(typical, on="shop")  # finding: encode-target-before-split
print(cross_val_score(RandomForestRegressor(), till[["typical", "staff"]], till["takings"], cv=5).mean())  # via
