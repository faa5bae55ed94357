# clean
import numpy as np
from tensorflow import keras

keras.utils.set_random_seed(3)
readings = np.load("readings.npy")
network = keras.Sequential([keras.layers.Dense(4, activation="relu"), keras.layers.Dense(10)])
network.compile("adam", "mse")
network.fit(readings, readings, epochs=20)
rebuilt = network.predict(readings)
print("usual distance", np.mean(np.square(rebuilt - readings)))  # silent
