# clean
import pandas as pd
from sklearn.linear_model import ElasticNet
from sklearn.model_selection import KFold, cross_val_score

cars = pd.read_csv("cars.csv")
print(cars.corr(numeric_only=True)["price"].sort_values())  # silent
engine = cars[["power", "weight", "mileage"]].clip(lower=0)  # silent
engine = engine.assign(mileage=engine["mileage"].clip(upper=400_000) / 1000)  # silent
folds = KFold(n_splits=10, shuffle=True, random_state=0)
print(cross_val_score(ElasticNet(), engine, cars["price"], cv=folds).mean())
