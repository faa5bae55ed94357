import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import fetch_california_housing
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

blocks, value = fetch_california_housing(return_X_y=True)
place = blocks[:, 6:8]
district = KMeans(n_clusters=12, n_init=4, random_state=0).fit_predict(place)  # finding: preprocess-before-split
onehot = np.eye(12)[district]
full = np.hstack([blocks, onehot])
A, B, va, vb = train_test_split(full, value, test_size=0.2, random_state=0)  # via
print(LinearRegression().fit(A, va).score(B, vb))  # via
