# clean
from tensorflow import keras

size = (64, 64)
options = dict(image_size=size, validation_split=0.2, seed=1)
train = keras.utils.image_dataset_from_directory("leaves/train", subset="training", **options)
watched = keras.utils.image_dataset_from_directory("leaves/train", subset="validation", **options)
test = keras.utils.image_dataset_from_directory("leaves/test", image_size=size, shuffle=False)
network = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10)])
network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
best = keras.callbacks.ModelCheckpoint("leaves.keras", save_best_only=True)
network.fit(train, validation_data=watched, epochs=9, callbacks=[best])
network = keras.models.load_model("leaves.keras")
print("accuracy", network.evaluate(test)[1])  # silent
