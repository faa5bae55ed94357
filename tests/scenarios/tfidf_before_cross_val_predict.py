import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import classification_report
from sklearn.model_selection import cross_val_predict
from sklearn.naive_bayes import ComplementNB

tickets = pd.read_csv("tickets.csv")
weights = TfidfVectorizer(ngram_range=(1, 2), min_df=3).fit_transform(tickets["body"].str.lower())  # finding: preprocess-before-split
guess = cross_val_predict(ComplementNB(), weights, tickets["queue"], cv=5)  # via
print(classification_report(tickets["queue"], guess))  # via
