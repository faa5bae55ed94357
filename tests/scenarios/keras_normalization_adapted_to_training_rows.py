# clean
import numpy as np
import keras
from keras import layers
from sklearn.model_selection import train_test_split

inputs = np.load("sensor_inputs.npy")
outputs = np.load("sensor_outputs.npy")
x_a, x_b, y_a, y_b = train_test_split(inputs, outputs, test_size=0.2, random_state=1)
norm = layers.Normalization(axis=-1)
norm.adapt(x_a)  # silent
net = keras.Sequential([norm, layers.Dense(32, activation="relu"), layers.Dense(1)])
net.compile(optimizer="adam", loss="mse", metrics=["mae"])
net.fit(x_a, y_a, epochs=20, verbose=0)
loss, mae = net.evaluate(x_b, y_b, verbose=0)
print("MAE on unseen rows:", mae)
