# clean
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

sold = pd.read_csv("house_sales.csv", parse_dates=["sold_on"])
sold["month"] = sold["sold_on"].dt.month  # silent
sold["age"] = sold["sold_on"].dt.year - sold["built"]  # silent
r1, r2, p1, p2 = train_test_split(sold[["month", "age", "area"]], sold["price"], random_state=0)  # silent
print(LinearRegression().fit(r1, p1).score(r2, p2))
