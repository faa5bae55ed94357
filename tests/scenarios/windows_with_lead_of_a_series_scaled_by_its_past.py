# clean
import numpy as np
import pandas as pd
from keras.layers import LSTM, Dense
from keras.models import Sequential
from sklearn.preprocessing import MinMaxScaler

closing = pd.read_csv("shares.csv").filter(["Close"]).values
known = int(np.ceil(len(closing) * 0.8))
scaler = MinMaxScaler(feature_range=(0, 1)).fit(closing[:known])
scaled = scaler.transform(closing)

before = scaled[0:known, :]
windows, following = [], []
for day in range(60, len(before)):
    windows.append(before[day - 60 : day, 0])
    following.append(before[day, 0])
windows, following = np.array(windows), np.array(following)

network = Sequential()
network.add(LSTM(50, input_shape=(windows.shape[1], 1)))
network.add(Dense(1))
network.compile(optimizer="adam", loss="mse")
network.fit(windows, following, batch_size=8, epochs=3)

after = scaled[known - 60 :, :]
unseen = []
for day in range(60, len(after)):
    unseen.append(after[day - 60 : day, 0])
unseen = np.array(unseen)
forecast = scaler.inverse_transform(network.predict(unseen))
print("RMSE", np.sqrt(np.mean((forecast - closing[known:]) ** 2)))
