import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

share = pd.read_csv("share.csv")
share.index = pd.to_datetime(share["Date"])
X = share[["open", "high", "low"]]
y = np.where(share["close"].shift(-1) > share["close"], 1, 0)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)  # finding: time-order-shuffled
print("accuracy", SVC().fit(X_train, y_train).score(X_test, y_test))
