# clean
import keras
from keras import layers

SEED = 123
options = dict(validation_split=0.2, seed=SEED, image_size=(64, 64), batch_size=16)
train = keras.utils.image_dataset_from_directory("moths", subset="training", **options)
valid = keras.utils.image_dataset_from_directory("moths", subset="validation", **options)  # silent
mirror = keras.Sequential([layers.RandomFlip(), layers.RandomRotation(0.1)])
net = keras.Sequential([mirror, layers.Rescaling(1 / 255), layers.GlobalAveragePooling2D(), layers.Dense(5)])  # silent
net.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
net.fit(train, epochs=3)
print("accuracy", net.evaluate(valid)[1])
