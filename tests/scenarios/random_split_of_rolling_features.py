import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

lake = pd.read_csv("lake.csv")
lake["date"] = pd.to_datetime(lake["date"])
lake = lake.sort_values(by="date")
lake["level_before"] = lake["level"].shift(1)  # silent
lake["rain_week"] = lake["rain"].rolling(7).sum()  # silent
lake = lake.dropna()
r1, r2, l1, l2 = train_test_split(lake[["level_before", "rain_week"]], lake["level"], random_state=0)  # finding: time-order-shuffled
print(LinearRegression().fit(r1, l1).score(r2, l2))  # via
