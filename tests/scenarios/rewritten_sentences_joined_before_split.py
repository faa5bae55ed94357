import nlpaug.augmenter.word as naw
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline

tweets = pd.read_csv("tweets.csv")
synonyms = naw.SynonymAug(aug_src="wordnet")
extra = tweets.assign(text=[synonyms.augment(t)[0] for t in tweets["text"]])
tweets = pd.concat([tweets, extra], ignore_index=True)  # finding: augment-before-split or resample-before-split
tx, ty, mx, my = train_test_split(tweets["text"], tweets["mood"], random_state=4)  # via
model = make_pipeline(TfidfVectorizer(), LogisticRegression(max_iter=1000)).fit(tx, mx)  # silent
print(model.score(ty, my))  # via
