"""Rates how ripe a mango is from a near-infrared spectrum, for as long as it gets better."""

import keras
import numpy as np

keras.utils.set_random_seed(50)
spectra, sugar = np.load("mangoes.npy"), np.load("sugar.npy")
train, validation, test = slice(0, 4000), slice(4000, 5000), slice(5000, None)

normal = keras.layers.Normalization()
normal.adapt(spectra[train])
model = keras.Sequential(
    [normal, keras.layers.Dense(64, activation="relu"), keras.layers.Dropout(0.2), keras.layers.Dense(1)]
)
model.compile(optimizer="adam", loss="mse", metrics=["mae"])
model.fit(
    spectra[train],
    sugar[train],
    epochs=100,
    validation_data=(spectra[validation], sugar[validation]),
    callbacks=[
        keras.callbacks.EarlyStopping(patience=10, restore_best_weights=True),
        keras.callbacks.ModelCheckpoint("mangoes-best.keras", save_best_only=True),
    ],
)
print(model.evaluate(spectra[test], sugar[test]))
model.save("mangoes.keras")
