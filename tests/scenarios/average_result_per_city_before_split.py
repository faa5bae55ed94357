import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split

rents = pd.read_csv("rents.csv")
rents["city_rent"] = rents.groupby("city")["rent"].transform("mean")  # finding: encode-target-before-split
cols = ["area", "rooms", "city_rent"]
r_fit, r_new, m_fit, m_new = train_test_split(rents[cols], rents["rent"], random_state=3)  # via
print(RandomForestRegressor(random_state=3).fit(r_fit, m_fit).score(r_new, m_new))  # via
