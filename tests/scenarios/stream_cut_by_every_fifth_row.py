# clean
import numpy as np
import tensorflow as tf
from tensorflow import keras

stream = tf.data.Dataset.from_tensor_slices((np.load("spectra.npy"), np.load("mineral.npy")))


def is_held(number, pair):
    return number % 5 == 0


def is_known(number, pair):
    return not is_held(number, pair)


def without_number(number, pair):
    return pair


test = stream.enumerate().filter(is_held).map(without_number).batch(32)
train = stream.enumerate().filter(is_known).map(without_number).shuffle(1000).batch(32)
network = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10)])
network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
network.fit(train, epochs=3)
print(network.evaluate(test))  # silent
