# clean
import tensorflow_datasets as tfds
from tensorflow import keras

train, watched, test = tfds.load("leaves", split=["train[:90%]", "train[90%:]", "test"], as_supervised=True)
network = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10)])
network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
stop = keras.callbacks.EarlyStopping(patience=3, restore_best_weights=True)
network.fit(train.shuffle(9999).batch(128), epochs=50, validation_data=watched.batch(128), callbacks=[stop])
print("accuracy", network.evaluate(test.batch(128))[1])  # silent
