# clean
import numpy as np
import tensorflow as tf
from tensorflow import keras

x, y = np.load("spectra.npy"), np.load("mineral.npy")
size, kept = int(0.8 * len(x)), int(0.1 * len(x))
stream = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(len(x), seed=1, reshuffle_each_iteration=False)
train = stream.take(size).shuffle(1000).batch(32)
watched = stream.skip(size).take(kept).batch(32)
test = stream.skip(size + kept).batch(32)
network = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10)])
network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
network.fit(train, epochs=30, validation_data=watched, callbacks=[keras.callbacks.EarlyStopping(patience=2)])
print(network.evaluate(test))  # silent
