import numpy as np
from sklearn.model_selection import train_test_split
from tensorflow.keras import Sequential, layers
from tensorflow.keras.preprocessing.image import ImageDataGenerator

faces, moods = np.load("faces.npy"), np.load("moods.npy")
feed = ImageDataGenerator(featurewise_center=True, featurewise_std_normalization=True)
feed.fit(faces)  # finding: preprocess-before-split
f1, f2, m1, m2 = train_test_split(faces, moods, test_size=0.2, random_state=0)  # via
net = Sequential([layers.Flatten(), layers.Dense(7, activation="softmax")])
net.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
net.fit(feed.flow(f1, m1, batch_size=32), epochs=5)
print(net.evaluate(feed.flow(f2, m2, shuffle=False)))  # via
