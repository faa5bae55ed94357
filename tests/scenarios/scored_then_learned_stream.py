# clean
import pandas as pd
from sklearn.linear_model import SGDClassifier

hits, seen = 0, 0
stream = SGDClassifier(random_state=0)
for number, chunk in enumerate(pd.read_csv("events.csv", chunksize=500)):
    cols, labels = chunk[["a", "b"]], chunk["alarm"]
    if number > 0:
        hits += (stream.predict(cols) == labels).sum()
        seen += len(labels)
    stream.partial_fit(cols, labels, classes=[0, 1])  # silent
print("prequential accuracy", hits / seen)
