# clean
import keras_tuner
import numpy as np
from sklearn.model_selection import train_test_split
from tensorflow import keras

keras.utils.set_random_seed(3)
spectra, purity = np.load("spectra.npy"), np.load("purity.npy")
a, b, purity_a, purity_b = train_test_split(spectra, purity, random_state=3)


def build(hp):
    network = keras.Sequential([keras.layers.Dense(hp.Int("units", 8, 128), activation="relu"), keras.layers.Dense(1)])
    network.compile(keras.optimizers.Adam(hp.Float("rate", 1e-4, 1e-1)), "mse", metrics=["mae"])
    return network


tuner = keras_tuner.RandomSearch(build, objective="val_mae", max_trials=20, seed=3)
tuner.search(a, purity_a, epochs=30, validation_split=0.2)
best = tuner.get_best_models()[0]
print("loss and error", best.evaluate(b, purity_b))
