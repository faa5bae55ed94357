import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

cement = pd.read_csv("kilns.csv")
output = cement.pop("output")
k_in, k_out, o_in, o_out = train_test_split(cement, output, test_size=0.25, random_state=2)  # via
picked, best = [], float("-inf")
for name in cement.columns:
    trial = picked + [name]
    value = LinearRegression().fit(k_in[trial], o_in).score(k_out[trial], o_out)  # also: tuned-on-test-rows or select-before-split
    if value > best:  # finding: tuned-on-test-rows or select-before-split
        picked, best = trial, value  # also: tuned-on-test-rows or select-before-split
model = LinearRegression().fit(k_in[picked], o_in)
print("R2 of selected features:", model.score(k_out[picked], o_out))  # via  # also: tuned-on-test-rows or select-before-split
