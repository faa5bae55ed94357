# clean
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

guests = pd.read_csv("hotel.csv")
numbers, words = ["nights", "price"], ["country", "channel"]
numeric = Pipeline([("fill", SimpleImputer(strategy="mean")), ("scale", StandardScaler())])
prepare = ColumnTransformer([("n", numeric, numbers), ("w", OneHotEncoder(handle_unknown="ignore"), words)])
whole = Pipeline([("prepare", prepare), ("model", LogisticRegression(max_iter=500))])
G_fit, G_new = train_test_split(guests, random_state=1)
whole.fit(G_fit, G_fit["cancelled"])  # silent
print(f"accuracy: {whole.score(G_new, G_new['cancelled']):.3f}")
