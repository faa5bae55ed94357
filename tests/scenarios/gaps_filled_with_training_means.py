# clean
import pandas as pd
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB

horses = pd.read_csv("horses.csv")
X_train, X_test, y_train, y_test = train_test_split(
    horses[["pulse", "temperature"]], horses["lived"], test_size=0.2, random_state=0)
X_test = X_test.fillna(X_train.mean())  # silent
X_train = X_train.fillna(X_train.mean())  # silent
nb = GaussianNB().fit(X_train, y_train)
print(accuracy_score(y_test, nb.predict(X_test)))
