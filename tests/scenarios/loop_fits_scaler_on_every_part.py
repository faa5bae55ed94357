import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler
from sklearn.svm import SVC

beans = pd.read_csv("beans.csv")
shape = ["area", "perimeter", "roundness"]
train, test = train_test_split(beans, test_size=0.3, random_state=1)  # via
train, test = train.copy(), test.copy()
mm = MinMaxScaler()
for part in (train, test):
    part[shape] = mm.fit_transform(part[shape])  # finding: refit-on-test-rows
svc = SVC().fit(train[shape], train["variety"])
print(svc.score(test[shape], test["variety"]))  # via
