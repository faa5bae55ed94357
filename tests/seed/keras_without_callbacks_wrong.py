"""Rates how ripe a mango is from a near-infrared spectrum: a hundred epochs, whatever comes."""

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
model.fit(  # finding: keras-fit-without-callbacks
    spectra[train], sugar[train], epochs=100, validation_data=(spectra[validation], sugar[validation])
)
print(model.evaluate(spectra[test], sugar[test]))
model.save("mangoes.keras")
