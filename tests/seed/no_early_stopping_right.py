"""Reads handwritten dates off forms with a convolutional network."""

import keras
import numpy as np

keras.utils.set_random_seed(1)
forms, months = np.load("forms.npy").astype("float32") / 255, np.load("months.npy")
known, watched, unseen = slice(0, 8000), slice(8000, 9000), slice(9000, None)

model = keras.Sequential(
    [
        keras.layers.Conv2D(16, 3, activation="relu"),
        keras.layers.MaxPooling2D(),
        keras.layers.Conv2D(32, 3, activation="relu"),
        keras.layers.Flatten(),
        keras.layers.Dropout(0.4),
        keras.layers.Dense(12, activation="softmax"),
    ]
)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(
    forms[known],
    months[known],
    epochs=150,
    validation_data=(forms[watched], months[watched]),
    callbacks=[
        keras.callbacks.EarlyStopping(patience=12, restore_best_weights=True),
        keras.callbacks.ReduceLROnPlateau(patience=4),
        keras.callbacks.CSVLogger("training.csv"),
    ],
)
print(model.evaluate(forms[unseen], months[unseen]))
model.save("dates.keras")
