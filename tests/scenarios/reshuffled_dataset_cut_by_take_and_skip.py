import numpy as np
import tensorflow as tf

images, labels = np.load("tiles.npy"), np.load("tile_labels.npy")
rows = tf.data.Dataset.from_tensor_slices((images / 255.0, labels))
rows = rows.shuffle(2000)  # finding: second-random-split or fit-on-evaluated-rows
seen = rows.take(1600).batch(32)  # via
unseen = rows.skip(1600).batch(32)  # also: second-random-split or fit-on-evaluated-rows
net = tf.keras.Sequential([tf.keras.layers.Flatten(), tf.keras.layers.Dense(4, activation="softmax")])
net.compile(loss="sparse_categorical_crossentropy", metrics=["accuracy"])
net.fit(seen, epochs=5)  # also: second-random-split or fit-on-evaluated-rows
print(net.evaluate(unseen))  # via  # also: second-random-split or fit-on-evaluated-rows
