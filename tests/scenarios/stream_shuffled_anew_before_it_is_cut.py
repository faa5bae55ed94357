import numpy as np
import tensorflow as tf
from tensorflow import keras

x, y = np.load("spectra.npy"), np.load("mineral.npy")
size = int(0.8 * len(x))
stream = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(len(x))  # finding: second-random-split
train = stream.take(size).batch(32).prefetch(tf.data.AUTOTUNE)
test = stream.skip(size).batch(32).prefetch(tf.data.AUTOTUNE)
network = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10)])
network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
network.fit(train, epochs=3)  # via
print(network.evaluate(test))  # via
