import pandas as pd
from sklearn.linear_model import LogisticRegression

wind = pd.read_csv("wind.csv").sort_values("hour")
wind["change"] = wind["speed"].shift(-1) - wind["speed"]
wind["rises"] = (wind["change"] > 0).astype(int)
wind = wind.dropna()
past, coming = wind.iloc[:5000], wind.iloc[5000:]
model = LogisticRegression().fit(past[["speed", "change"]], past["rises"])  # finding: target-source-among-features or future-value-as-feature
print("accuracy", model.score(coming[["speed", "change"]], coming["rises"]))
