# clean
import pandas as pd
from sklearn.feature_selection import VarianceThreshold
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline

films = pd.read_csv("films.csv")
films["hit"] = (films["rating"] >= 7.5).astype(int)  # silent
table = films.drop(columns=["hit", "title", "rating"])
f_a, f_b, h_a, h_b = train_test_split(table, films["hit"], random_state=0)
pipe = make_pipeline(VarianceThreshold(), LogisticRegression(max_iter=2000))
pipe.fit(f_a, h_a)  # silent
print(pipe.score(f_b, h_b))
