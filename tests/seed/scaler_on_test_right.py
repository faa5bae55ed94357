"""Predicts the yield of a vineyard from soil and weather."""

import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler

vineyards = pd.read_csv("vineyards.csv").dropna()
X = vineyards.drop(columns=["yield"])
y = vineyards["yield"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, random_state=12)

scaler = MinMaxScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)

model = Ridge(alpha=0.5)
model.fit(X_train, y_train)
print("mean absolute error", mean_absolute_error(y_test, model.predict(X_test)))
