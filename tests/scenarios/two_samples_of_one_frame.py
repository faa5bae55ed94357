import pandas as pd
from sklearn.metrics import r2_score
from sklearn.tree import DecisionTreeRegressor

boats = pd.read_csv("boats.csv")
learn = boats.sample(frac=0.7, random_state=1)  # via
check = boats.sample(frac=0.3, random_state=2)  # finding: second-random-split or fit-on-evaluated-rows
size = ["length", "width"]
tree = DecisionTreeRegressor().fit(learn[size], learn["price"])  # also: fit-on-evaluated-rows or second-random-split
print(r2_score(check["price"], tree.predict(check[size])))  # via  # also: fit-on-evaluated-rows or second-random-split
