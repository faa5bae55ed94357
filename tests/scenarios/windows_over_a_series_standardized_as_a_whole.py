import numpy as np
from tensorflow import keras

readings = np.loadtxt("weather.csv", delimiter=",")
known, watched = int(0.5 * len(readings)), int(0.25 * len(readings))
inputs = readings - readings.mean(axis=0)  # finding: preprocess-before-split
pressure = readings[:, 1]
options = dict(sequence_length=120, sampling_rate=6, batch_size=256)
windows = keras.utils.timeseries_dataset_from_array
train = windows(inputs[:-720], targets=pressure[720:], end_index=known, **options)
test = windows(inputs[:-720], targets=pressure[720:], start_index=known + watched, **options)
network = keras.Sequential([keras.layers.LSTM(16), keras.layers.Dense(1)])
network.compile("rmsprop", "mse", metrics=["mae"])
network.fit(train, epochs=10)  # via
print("error", network.evaluate(test)[1])  # via
