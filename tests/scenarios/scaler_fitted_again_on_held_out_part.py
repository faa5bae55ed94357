import pandas as pd
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

bikes = pd.read_csv("bikes.csv")
weather = bikes[["temp", "wind", "humidity"]]
w_tr, w_te, n_tr, n_te = train_test_split(weather, bikes["rentals"], random_state=0)  # via
sc = StandardScaler()
w_tr = sc.fit_transform(w_tr)  # silent
w_te = sc.fit_transform(w_te)  # finding: refit-on-test-rows
sgd = SGDRegressor(random_state=0).fit(w_tr, n_tr)
print(sgd.score(w_te, n_te))  # via
