import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, PolynomialFeatures


def centred(table):
    return table - table.mean()  # also: preprocess-before-split


leaves = pd.read_csv("leaves.csv")
steps = make_pipeline(FunctionTransformer(centred), PolynomialFeatures(2))
features = steps.fit_transform(leaves.drop(columns="tree"))  # finding: preprocess-before-split
a, b, ta, tb = train_test_split(features, leaves["tree"], random_state=2)
print(LogisticRegression().fit(a, ta).score(b, tb))
