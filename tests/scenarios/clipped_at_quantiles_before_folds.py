import pandas as pd
from sklearn.linear_model import ElasticNet
from sklearn.model_selection import KFold, cross_val_score

cars = pd.read_csv("cars.csv")
engine = cars[["power", "weight", "mileage"]]
engine = engine.clip(engine.quantile(0.01), engine.quantile(0.99), axis=1)  # finding: preprocess-before-split
folds = KFold(n_splits=10, shuffle=True, random_state=0)
print(cross_val_score(ElasticNet(), engine, cars["price"], cv=folds).mean())  # via
