# clean
import albumentations as A
import cv2
import numpy as np
import pandas as pd
from keras import Sequential, layers
from sklearn.model_selection import train_test_split

turn = A.Compose([A.Rotate(limit=15), A.HorizontalFlip(p=0.5)])
catalogue = pd.read_csv("catalogue.csv")
known, fresh = train_test_split(catalogue, test_size=0.2, random_state=0)


def load(rows, copies):
    pictures, kinds = [], []
    for path, kind in zip(rows["path"], rows["kind"]):
        picture = cv2.resize(cv2.imread(path), (64, 64))
        for version in [picture] + [turn(image=picture)["image"] for _ in range(copies)]:  # silent
            pictures.append(version)
            kinds.append(kind)
    return np.array(pictures) / 255.0, np.array(kinds)


cnn = Sequential([layers.Conv2D(16, 3, activation="relu"), layers.Flatten(), layers.Dense(3, activation="softmax")])
cnn.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
cnn.fit(*load(known, 4), epochs=4)
print(cnn.evaluate(*load(fresh, 0)))
