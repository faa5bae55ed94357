import pandas as pd
from sklearn.decomposition import LatentDirichletAllocation
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.model_selection import train_test_split

mails = pd.read_csv("mails.csv")
counts = CountVectorizer().fit_transform(mails["text"])
topics = LatentDirichletAllocation(n_components=10, random_state=0).fit_transform(counts)  # finding: preprocess-before-split
ta, tb, sa, sb = train_test_split(topics, mails["spam"], random_state=0)  # via
rf = RandomForestClassifier(random_state=0).fit(ta, sa)
print((rf.predict(tb) == sb).mean())  # via
