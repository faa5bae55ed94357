# clean
import pandas as pd
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

birds = pd.read_csv("birds.csv")
song_tr, song_te, sp_tr, sp_te = train_test_split(birds[["pitch", "length"]], birds["species"], random_state=0)
tree = DecisionTreeClassifier(max_depth=6).fit(song_tr, sp_tr)
for part, songs, truth in [("train", song_tr, sp_tr), ("test", song_te, sp_te)]:
    print(part)
    print(classification_report(truth, tree.predict(songs)))  # silent
