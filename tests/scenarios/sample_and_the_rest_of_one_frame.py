# clean
import pandas as pd
from sklearn.metrics import r2_score
from sklearn.tree import DecisionTreeRegressor

boats = pd.read_csv("boats.csv")
learn = boats.sample(frac=0.7, random_state=1)
check = boats[~boats.index.isin(learn.index)]  # silent
size = ["length", "width"]
tree = DecisionTreeRegressor().fit(learn[size], learn["price"])
print(r2_score(check["price"], tree.predict(check[size])))
