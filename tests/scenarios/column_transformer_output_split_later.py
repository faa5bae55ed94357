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
matrix = prepare.fit_transform(guests)  # finding: preprocess-before-split
M_fit, M_new, c_fit, c_new = train_test_split(matrix, guests["cancelled"], random_state=1)  # via
model = LogisticRegression(max_iter=500).fit(M_fit, c_fit)
print(f"accuracy: {model.score(M_new, c_new):.3f}")  # via
