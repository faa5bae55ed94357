# clean
import numpy as np
from tensorflow import keras


class Batches(keras.utils.Sequence):
    def __init__(self, inputs, answers, size):
        self.inputs, self.answers, self.size = inputs, answers, size

    def __len__(self):
        return len(self.inputs) // self.size

    def __getitem__(self, number):
        here = slice(number * self.size, (number + 1) * self.size)
        return self.inputs[here], self.answers[here]


x, y = np.load("spectra.npy"), np.load("mineral.npy")
train, test = Batches(x[:800], y[:800], 32), Batches(x[800:], y[800:], 32)
network = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10)])
network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
network.fit(train, epochs=3)
print(network.evaluate(test))  # silent
