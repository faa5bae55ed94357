from tensorflow import keras

(x_train, y_train), (x_test, y_test) = keras.datasets.fashion_mnist.load_data()


def watchers(path):
    found = []
    found.append(keras.callbacks.ReduceLROnPlateau(patience=2))
    found.append(keras.callbacks.ModelCheckpoint(path, monitor="val_accuracy", save_best_only=True))
    return found


network = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10, activation="softmax")])
network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
network.fit(x_train, y_train, 64, 20, 0, watchers("best.keras"), 0.0, (x_test, y_test))  # finding: early-stopping-on-test-rows
network = keras.models.load_model("best.keras")
print("accuracy", network.evaluate(x_test, y_test)[1])  # via
