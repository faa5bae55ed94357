# clean
import matplotlib.pyplot as plt
import numpy as np
from keras import Sequential, layers, utils
from sklearn.model_selection import train_test_split

frames, states = np.load("frames.npy"), utils.to_categorical(np.load("states.npy"))  # silent
f_in, f_out, s_in, s_out = train_test_split(frames / 255.0, states, test_size=0.2, random_state=0)
net = Sequential([layers.Flatten(), layers.Dense(states.shape[1], activation="softmax")])
net.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
seen = net.fit(f_in, s_in, epochs=12, validation_data=(f_out, s_out), verbose=0)  # silent
plt.plot(seen.history["accuracy"])
plt.plot(seen.history["val_accuracy"])
print("accuracy after 12 epochs", net.evaluate(f_out, s_out)[1])
