"""Predicts tomorrow's water use of a town with a small Keras network."""

import keras
import numpy as np

keras.utils.set_random_seed(3)
weather, use = np.load("weather.npy"), np.load("use.npy")
known, watched = slice(0, 2500), slice(2500, 3000)
mean, spread = weather[known].mean(axis=0), weather[known].std(axis=0)
weather = (weather - mean) / spread

model = keras.Sequential(
    [
        keras.layers.Dense(32, activation="relu", kernel_regularizer="l2"),
        keras.layers.Dropout(0.2),
        keras.layers.Dense(1),
    ]
)
model.compile(optimizer="adam", loss="mse", metrics=["mae"])
patience = keras.callbacks.EarlyStopping(monitor="val_loss", patience=5, restore_best_weights=True)
history = model.fit(
    weather[known],
    use[known],
    batch_size=32,
    epochs=40,
    validation_data=(weather[watched], use[watched]),
    callbacks=[patience],
)
print("best validation error", min(history.history["val_mae"]))

model.save("water.keras")
np.savez("scaling.npz", mean=mean, spread=spread)
error, mae = model.evaluate(weather[3000:], use[3000:])
print("test error", mae)
