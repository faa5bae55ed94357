from tensorflow import keras

size = (64, 64)
train = keras.utils.image_dataset_from_directory("leaves/train", image_size=size)
test = keras.utils.image_dataset_from_directory("leaves/test", image_size=size, shuffle=False)
network = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10)])
network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
best = keras.callbacks.ModelCheckpoint("leaves.keras", save_best_only=True)
network.fit(train, validation_data=test, epochs=9, callbacks=[best])  # finding: early-stopping-on-test-rows
network = keras.models.load_model("leaves.keras")
print("accuracy", network.evaluate(test)[1])  # via
