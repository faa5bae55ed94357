# clean
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
from tensorflow.keras.preprocessing.sequence import pad_sequences

notes = pd.read_csv("notes.csv")
codes = notes["text"].apply(lambda text: [ord(letter) for letter in text])
rows = pad_sequences(codes, maxlen=max(codes.apply(len)))  # silent
a, b, c, d = train_test_split(rows, notes["kind"], random_state=0)
print("accuracy", SVC().fit(a, c).score(b, d))
