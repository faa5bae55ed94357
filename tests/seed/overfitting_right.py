"""Grades wine by chemistry with a network that dropout and patience hold back."""

import keras
import numpy as np

keras.utils.set_random_seed(7)
wines, grades = np.load("wines.npy"), np.load("grades.npy")
mean, spread = wines[:3000].mean(axis=0), wines[:3000].std(axis=0)
wines = (wines - mean) / spread
np.savez("wine-scaling.npz", mean=mean, spread=spread)

model = keras.Sequential(
    [
        keras.layers.Dense(128, activation="relu", kernel_regularizer=keras.regularizers.L2(1e-4)),
        keras.layers.Dropout(0.3),
        keras.layers.Dense(64, activation="relu"),
        keras.layers.Dropout(0.3),
        keras.layers.Dense(6, activation="softmax"),
    ]
)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(
    wines[:3000],
    grades[:3000],
    epochs=60,
    validation_data=(wines[3000:3500], grades[3000:3500]),
    callbacks=[
        keras.callbacks.EarlyStopping(patience=8, restore_best_weights=True),
        keras.callbacks.ModelCheckpoint("wine-{epoch}.keras"),
    ],
)
print(model.evaluate(wines[3500:], grades[3500:]))
