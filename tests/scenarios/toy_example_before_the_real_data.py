# clean
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import train_test_split
from sklearn.svm import LinearSVC

toy = ["the cat sat", "the dog barked", "a cat barked"]
vectorizer = TfidfVectorizer()
print(vectorizer.fit_transform(toy).toarray())  # silent

news = pd.read_csv("news.csv")
text_a, text_b, tag_a, tag_b = train_test_split(news["title"], news["tag"], random_state=0)
vectorizer = TfidfVectorizer(min_df=2)
bag_a = vectorizer.fit_transform(text_a)  # silent
bag_b = vectorizer.transform(text_b)
print(LinearSVC().fit(bag_a, tag_a).score(bag_b, tag_b))
