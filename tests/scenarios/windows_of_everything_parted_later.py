import numpy as np
import pandas as pd
from tensorflow.keras.layers import GRU, Dense
from tensorflow.keras.models import Sequential
from sklearn.preprocessing import StandardScaler


def create_windows(table, look_back=30):
    X, y = [], []
    for i in range(len(table) - look_back - 1):
        X.append(table[i : (i + look_back), 0])
        y.append(table[i + look_back, 0])
    return np.array(X), np.array(y)


load = StandardScaler().fit_transform(pd.read_csv("load.csv")[["megawatt"]])  # finding: preprocess-before-split
X, y = create_windows(load)
end = int(0.7 * len(X))
X_train, X_test, y_train, y_test = X[:end], X[end:], y[:end], y[end:]
network = Sequential([GRU(16), Dense(1)])
network.compile("adam", "mse", metrics=["mae"])
network.fit(X_train, y_train, epochs=4)  # via
print("loss and error", network.evaluate(X_test, y_test))  # via
