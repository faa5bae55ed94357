import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline

jokes = pd.read_csv("jokes.csv")
texts, verdicts = jokes["joke"], jokes["verdict"]
X_train, y_train, X_test, y_test = train_test_split(texts, verdicts, test_size=0.5)  # finding: split-unpacked-in-wrong-order
model = make_pipeline(CountVectorizer(), LogisticRegression())
model.fit(X_train, y_train)
print(model.score(X_test, y_test))
