# clean
import pandas as pd
from imblearn.over_sampling import RandomOverSampler
from imblearn.pipeline import Pipeline
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler

hearts = pd.read_csv("hearts.csv")
signs, ill = hearts.drop(columns="ill"), hearts["ill"]
X_train, X_test, y_train, y_test = train_test_split(signs, ill, test_size=0.2, random_state=42)
scaler = MinMaxScaler()
balanced = Pipeline([("scale", scaler), ("more", RandomOverSampler(random_state=0))])
X_train, y_train = balanced.fit_resample(X_train, y_train)
X_test = scaler.transform(X_test)
model = LogisticRegression().fit(X_train, y_train)
print("accuracy", model.score(X_test, y_test))
