import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split

trips = pd.read_csv("trips.csv")
trips["zone_distance"] = trips.groupby("zone")["distance"].transform("mean")  # finding: preprocess-before-split
trips["above"] = trips["distance"] - trips["zone_distance"]
wanted = ["distance", "zone_distance", "above"]
seen, unseen = train_test_split(trips, test_size=0.2, random_state=21)  # via
gbr = GradientBoostingRegressor().fit(seen[wanted], seen["fare"])
print(mean_squared_error(unseen["fare"], gbr.predict(unseen[wanted])))  # via
