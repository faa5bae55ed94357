import numpy as np
import tensorflow as tf
from tensorflow import keras

stream = tf.data.Dataset.from_tensor_slices((np.load("spectra.npy"), np.load("mineral.npy")))
test = stream.take(1000).batch(32)
train = stream.skip(900).shuffle(5000).batch(32)
network = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10)])
network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
network.fit(train, epochs=3)  # finding: fit-on-evaluated-rows
print(network.evaluate(test))  # via
