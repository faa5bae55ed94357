import keras
from keras import layers

train = keras.utils.image_dataset_from_directory("moths", validation_split=0.2, subset="training", seed=1)  # via
valid = keras.utils.image_dataset_from_directory("moths", validation_split=0.2, subset="validation", seed=2)  # finding: second-random-split or fit-on-evaluated-rows
net = keras.Sequential([layers.Rescaling(1 / 255), layers.Conv2D(8, 3), layers.GlobalAveragePooling2D(), layers.Dense(5)])
net.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
net.fit(train, epochs=3)  # also: second-random-split or fit-on-evaluated-rows
print("accuracy", net.evaluate(valid)[1])  # via  # also: second-random-split or fit-on-evaluated-rows
