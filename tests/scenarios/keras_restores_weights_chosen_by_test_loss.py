import numpy as np
from tensorflow.keras import Sequential
from tensorflow.keras.callbacks import EarlyStopping
from tensorflow.keras.layers import Dense
from tensorflow.keras.datasets import boston_housing

(house_train, price_train), (house_test, price_test) = boston_housing.load_data()  # via
net = Sequential([Dense(64, activation="relu"), Dense(1)])
net.compile(optimizer="rmsprop", loss="mse", metrics=["mae"])
patience = EarlyStopping(monitor="val_loss", patience=10, restore_best_weights=True)
net.fit(house_train, price_train, epochs=500, validation_data=(house_test, price_test), callbacks=[patience], verbose=0)  # finding: early-stopping-on-test-rows
predicted = net.predict(house_test)[:, 0]
print("test MAE:", np.mean(np.abs(predicted - price_test)))  # via
