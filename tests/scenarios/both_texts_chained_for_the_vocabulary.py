from itertools import chain

import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

letters = pd.read_csv("letters.csv")
a, b, c, d = train_test_split(letters["text"], letters["author"], random_state=0)
words = TfidfVectorizer().fit(list(chain(a, b)))  # finding: preprocess-before-split
model = LogisticRegression().fit(words.transform(a), c)
print("accuracy", model.score(words.transform(b), d))
