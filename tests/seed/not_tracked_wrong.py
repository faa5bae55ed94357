"""Tries twelve settings of a network that predicts noise on a street, and prints how each does."""

import itertools

import keras
import numpy as np

keras.utils.set_random_seed(23)
streets, noise = np.load("streets.npy"), np.load("noise.npy")
mean, spread = streets[:6000].mean(axis=0), streets[:6000].std(axis=0)
streets = (streets - mean) / spread
known, watched = slice(0, 6000), slice(6000, 7500)

for width, rate, share in itertools.product((32, 128), (1e-3, 1e-4, 1e-5), (0.1, 0.4)):
    keras.backend.clear_session()
    model = keras.Sequential(
        [keras.layers.Dense(width, activation="relu"), keras.layers.Dropout(share), keras.layers.Dense(1)]
    )
    model.compile(optimizer=keras.optimizers.Adam(rate), loss="mse", metrics=["mae"])
    patience = keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)
    history = model.fit(  # finding: no-experiment-tracking
        streets[known],
        noise[known],
        epochs=15,
        validation_data=(streets[watched], noise[watched]),
        callbacks=[patience],
        verbose=0,
    )
    print(width, rate, share, "validation error", min(history.history["val_mae"]))
