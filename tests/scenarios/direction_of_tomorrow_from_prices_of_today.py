# clean
import pandas as pd
from sklearn.linear_model import LogisticRegression

coin = pd.read_csv("coin.csv")
coin["up"] = (coin["close"].shift(-1) > coin["close"]).astype(int)
coin = coin[:-1]
past, coming = coin[:2000], coin[2000:]
model = LogisticRegression().fit(past[["open", "high", "low", "close"]], past["up"])  # silent
print("accuracy", model.score(coming[["open", "high", "low", "close"]], coming["up"]))
