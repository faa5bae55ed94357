# clean
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import GroupKFold, GroupShuffleSplit

gait = pd.read_csv("gait.csv")
sensors, speed, person = gait[["s1", "s2"]].values, gait["speed"].values, gait["person"].values
dev, test = next(GroupShuffleSplit(n_splits=1, test_size=0.2, random_state=1).split(sensors, speed, groups=person))  # silent
out = []
for a, b in GroupKFold(4).split(sensors[dev], speed[dev], groups=person[dev]):  # silent
    out.append(Ridge().fit(sensors[dev][a], speed[dev][a]).score(sensors[dev][b], speed[dev][b]))
print(np.mean(out), Ridge().fit(sensors[dev], speed[dev]).score(sensors[test], speed[test]))
