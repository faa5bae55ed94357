# clean
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split

reviews = pd.read_csv("reviews.csv")
a, b, mood_a, mood_b = train_test_split(reviews["text"], reviews["mood"], random_state=1)
words = TfidfVectorizer()
model = LogisticRegression().fit(words.fit_transform(a), mood_a)  # silent
print(classification_report(mood_b, model.predict(words.transform(b))))
example = pd.Series(reviews["text"].sample(1, random_state=2).values)
print(example[0], model.predict(words.transform(example))[0])  # silent
