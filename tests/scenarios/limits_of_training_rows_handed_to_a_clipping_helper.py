# clean
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error


def clipped(trips, limits=None):
    if limits is None:
        limits = trips[["fare", "miles"]].quantile(0.99)
    trips = trips.copy()
    for name in ["fare", "miles"]:
        trips[name] = trips[name].clip(upper=limits[name])
    return trips


march, april = pd.read_csv("march.csv"), pd.read_csv("april.csv")
limits = march[["fare", "miles"]].quantile([0.5, 0.99])
march = clipped(march)
april = clipped(april, limits=limits.loc[0.99])
forest = RandomForestRegressor(random_state=0).fit(march[["fare", "miles"]], march["tip"])
print("MAE", mean_absolute_error(april["tip"], forest.predict(april[["fare", "miles"]])))
