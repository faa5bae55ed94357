from functools import partial

import pandas as pd
from sklearn.linear_model import BayesianRidge
from sklearn.model_selection import train_test_split


def fill(frame, columns, how):
    frame = frame.copy()
    frame[columns] = frame[columns].fillna(frame[columns].agg(how))  # finding: preprocess-before-split
    return frame


fill_mean = partial(fill, columns=["ph", "iron"], how="mean")
water = fill_mean(pd.read_csv("water.csv"))  # also: preprocess-before-split
w_a, w_b, h_a, h_b = train_test_split(water[["ph", "iron"]], water["hardness"], random_state=0)  # via
print(BayesianRidge().fit(w_a, h_a).score(w_b, h_b))  # via
