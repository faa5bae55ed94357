import numpy as np
from tensorflow import keras

cells = np.load("cells.npy").reshape(-1, 784) / 255.0
kinds = np.load("kinds.npy")


def build():
    net = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(8, activation="softmax")])
    net.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


net = build()
net.fit(cells, kinds, epochs=30, batch_size=64, verbose=0)  # via
loss, accuracy = net.evaluate(cells, kinds, verbose=0)  # finding: no-held-out-rows or scored-on-training-rows
print("final accuracy:", accuracy)
