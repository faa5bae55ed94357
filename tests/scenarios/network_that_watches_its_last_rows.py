# clean
import pandas as pd
from keras import Sequential
from keras.layers import Dense
from sklearn.metrics import r2_score

mills = pd.read_csv("mills.csv")
wind, output = mills[["wind", "height"]], mills["output"]
net = Sequential([Dense(16, activation="relu"), Dense(1)])
net.compile(loss="mse", optimizer="adam")
net.fit(wind, output, validation_split=0.2, epochs=20)
print("R2", r2_score(output, net.predict(wind)))
