import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import KFold

gait = pd.read_csv("gait.csv")
sensors, speed, person = gait[["s1", "s2"]].values, gait["speed"].values, gait["person"].values
out = []
for a, b in KFold(5, shuffle=True, random_state=1).split(sensors, speed, groups=person):  # finding: groups-ignored
    out.append(Ridge().fit(sensors[a], speed[a]).score(sensors[b], speed[b]))
print(np.mean(out))
