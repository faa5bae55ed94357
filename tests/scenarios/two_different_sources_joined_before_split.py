# clean
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline

tweets = pd.concat([pd.read_csv("tweets_2021.csv"), pd.read_csv("tweets_2022.csv")], ignore_index=True)  # silent
tweets = tweets.drop_duplicates(subset="text")
tx, ty, mx, my = train_test_split(tweets["text"], tweets["mood"], random_state=4)
model = make_pipeline(TfidfVectorizer(), LogisticRegression(max_iter=1000)).fit(tx, mx)  # silent
print(model.score(ty, my))
