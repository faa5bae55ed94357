"""Predicts tomorrow's water use of a town with a small Keras network."""

import keras
import numpy as np

keras.utils.set_random_seed(3)
weather, use = np.load("weather.npy"), np.load("use.npy")
mean, spread = weather[:3000].mean(axis=0), weather[:3000].std(axis=0)
weather = (weather - mean) / spread

model = keras.Sequential(
    [
        keras.layers.Dense(32, activation="relu", kernel_regularizer="l2"),
        keras.layers.Dropout(0.2),
        keras.layers.Dense(1),
    ]
)
model.compile(optimizer="adam", loss="mse", metrics=["mae"])
history = model.fit(weather[:3000], use[:3000], batch_size=32, epochs=40)  # finding: no-validation-during-training
print("last training error", history.history["mae"][-1])

model.save("water.keras")
np.savez("scaling.npz", mean=mean, spread=spread)
error, mae = model.evaluate(weather[3000:], use[3000:])
print("test error", mae)
