import numpy as np
from sklearn.datasets import load_iris
from sklearn.linear_model import Perceptron
from sklearn.model_selection import train_test_split


def standardize(block):
    return (block - block.mean(axis=0)) / block.std(axis=0)  # also: refit-on-test-rows


petals, species = load_iris(return_X_y=True)
in_x, out_x, in_y, out_y = train_test_split(petals, species, stratify=species, random_state=0)  # via
net = Perceptron().fit(standardize(in_x), in_y)  # silent
guess = net.predict(standardize(out_x))  # finding: refit-on-test-rows
print("error", np.mean(guess != out_y))  # via
