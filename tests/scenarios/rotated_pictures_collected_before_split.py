import albumentations as A
import cv2
import numpy as np
import pandas as pd
from keras import Sequential, layers
from sklearn.model_selection import train_test_split

turn = A.Compose([A.Rotate(limit=15), A.HorizontalFlip(p=0.5)])
catalogue = pd.read_csv("catalogue.csv")
pictures, kinds = [], []
for path, kind in zip(catalogue["path"], catalogue["kind"]):
    picture = cv2.resize(cv2.imread(path), (64, 64))
    pictures.append(picture)
    kinds.append(kind)
    for _ in range(4):
        pictures.append(turn(image=picture)["image"])  # finding: augment-before-split
        kinds.append(kind)
pictures, kinds = np.array(pictures) / 255.0, np.array(kinds)
p_in, p_out, k_in, k_out = train_test_split(pictures, kinds, test_size=0.2, random_state=0)  # via
cnn = Sequential([layers.Conv2D(16, 3, activation="relu"), layers.Flatten(), layers.Dense(3, activation="softmax")])
cnn.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
cnn.fit(p_in, k_in, epochs=4)
print(cnn.evaluate(p_out, k_out))  # via
