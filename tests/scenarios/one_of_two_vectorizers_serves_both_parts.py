# clean
import sys

import pandas as pd
from sklearn.feature_extraction.text import HashingVectorizer, TfidfVectorizer
from sklearn.linear_model import RidgeClassifier
from sklearn.model_selection import train_test_split

letters = pd.read_csv("letters.csv")
a, b, kind_a, kind_b = train_test_split(letters["body"], letters["kind"], random_state=0)
if "--hashing" in sys.argv:
    vectorizer = HashingVectorizer()
    words_a = vectorizer.transform(a)
else:
    vectorizer = TfidfVectorizer()
    words_a = vectorizer.fit_transform(a)
words_b = vectorizer.transform(b)
print("accuracy", RidgeClassifier().fit(words_a, kind_a).score(words_b, kind_b))
