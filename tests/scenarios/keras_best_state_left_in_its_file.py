# clean
from tensorflow import keras

(x_train, y_train), (x_test, y_test) = keras.datasets.fashion_mnist.load_data()
network = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10, activation="softmax")])
network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
keep = keras.callbacks.ModelCheckpoint("best.keras", monitor="val_accuracy", save_best_only=True)
slower = keras.callbacks.ReduceLROnPlateau(patience=2)
network.fit(x_train, y_train, epochs=20, validation_data=(x_test, y_test), callbacks=[keep, slower])
print("accuracy", network.evaluate(x_test, y_test)[1])
