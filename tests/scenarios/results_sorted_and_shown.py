# clean
import pandas as pd
from sklearn.metrics import mean_absolute_percentage_error
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsRegressor

boats = pd.read_csv("boats.csv")
a, b, price_a, price_b = train_test_split(boats[["length", "year", "engine"]], boats["price"], random_state=4)
rows = []
for neighbours in range(1, 40):
    model = KNeighborsRegressor(neighbours).fit(a, price_a)
    rows.append({"neighbours": neighbours, "error": mean_absolute_percentage_error(price_b, model.predict(b))})
table = pd.DataFrame(rows).sort_values("error")
print(table)
table.to_csv("errors.csv")
