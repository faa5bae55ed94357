"""Counts how often each street lamp flickers; the readings of a year are in one large file."""

import pandas as pd
from sklearn.linear_model import SGDClassifier

# large: readings.csv
COLUMNS = ["voltage", "temperature", "humidity", "hours_lit"]

readings = pd.read_csv("readings.csv")  # finding: load-full-dataset
recent = readings[readings["day"] < 300]
later = readings[readings["day"] >= 300]

model = SGDClassifier(loss="log_loss", random_state=2)
for day, rows in recent.groupby("day"):
    centred = (rows[COLUMNS] - [230, 10, 60, 9]) / [5, 8, 20, 3]
    model.partial_fit(centred, rows["flickers"], classes=[0, 1])

held_out = (later[COLUMNS] - [230, 10, 60, 9]) / [5, 8, 20, 3]
print("accuracy", model.score(held_out, later["flickers"]))
print("share that flickers", later["flickers"].mean())
