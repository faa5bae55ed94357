# clean
import numpy as np
import pandas as pd
from sklearn.metrics import mean_absolute_error
from sklearn.preprocessing import MinMaxScaler
from tensorflow.keras.layers import LSTM, Dense
from tensorflow.keras.models import Sequential


def windows(values, steps=24):
    xs = np.array([values[i:i + steps] for i in range(len(values) - steps)])
    return xs, values[steps:, 0]


series = pd.read_csv("power.csv")[["kwh"]].to_numpy()
split = int(len(series) * 0.8)
scaler = MinMaxScaler().fit(series[:split])  # silent
series = scaler.transform(series)  # silent
past_x, past_y = windows(series[:split])
next_x, next_y = windows(series[split:])
lstm = Sequential([LSTM(32), Dense(1)])
lstm.compile(optimizer="adam", loss="mae")
lstm.fit(past_x, past_y, epochs=5, verbose=0)
print(mean_absolute_error(next_y, lstm.predict(next_x)[:, 0]))
