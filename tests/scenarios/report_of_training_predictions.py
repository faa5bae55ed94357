import pandas as pd
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

birds = pd.read_csv("birds.csv")
song_tr, song_te, sp_tr, sp_te = train_test_split(birds[["pitch", "length"]], birds["species"], random_state=0)
tree = DecisionTreeClassifier().fit(song_tr, sp_tr)  # via
guess = tree.predict(song_tr)
print(classification_report(sp_tr, guess))  # finding: scored-on-training-rows
