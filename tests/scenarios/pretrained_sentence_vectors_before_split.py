# clean
import pandas as pd
from sentence_transformers import SentenceTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import normalize

mails = pd.read_csv("mails.csv")
encoder = SentenceTransformer("all-MiniLM-L6-v2")
vectors = normalize(encoder.encode(mails["text"].tolist()))  # silent
ta, tb, sa, sb = train_test_split(vectors, mails["spam"], random_state=0)
lr = LogisticRegression(max_iter=1000).fit(ta, sa)
print((lr.predict(tb) == sb).mean())
