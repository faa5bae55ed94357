# clean
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.model_selection import GridSearchCV, cross_val_score
from sklearn.pipeline import FeatureUnion, Pipeline, make_pipeline
from sklearn.preprocessing import QuantileTransformer, StandardScaler
from sklearn.svm import SVC

stars = pd.read_csv("stars.csv")
spectrum = stars.filter(like="band_")
views = FeatureUnion([("pca", make_pipeline(StandardScaler(), PCA(2))), ("rank", QuantileTransformer(n_quantiles=20))])
whole = Pipeline([("views", views), ("svc", SVC())])
hunt = GridSearchCV(whole, {"svc__C": [0.1, 1, 10]}, cv=3)
outer = cross_val_score(hunt, spectrum, stars["kind"], cv=5)  # silent
print("nested accuracy", outer.mean())
