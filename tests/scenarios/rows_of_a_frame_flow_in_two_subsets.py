# clean
import pandas as pd
from tensorflow import keras

listed = pd.read_csv("leaves.csv")
images = keras.preprocessing.image.ImageDataGenerator(rescale=1 / 255, validation_split=0.25)
options = dict(directory="leaves", x_col="file", y_col="kind", seed=1)
train = images.flow_from_dataframe(dataframe=listed, subset="training", **options)
test = images.flow_from_dataframe(dataframe=listed, subset="validation", **options)
network = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10)])
network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
network.fit(train, epochs=3)
print(network.evaluate(test))  # silent
