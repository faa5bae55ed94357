# clean
import matplotlib.pyplot as plt
from sklearn.cluster import KMeans
from sklearn.datasets import fetch_california_housing
from sklearn.linear_model import LinearRegression
from sklearn.manifold import TSNE
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

blocks, value = fetch_california_housing(return_X_y=True)
even = StandardScaler().fit_transform(blocks)  # silent
district = KMeans(n_clusters=12, n_init=4, random_state=0).fit_predict(even)  # silent
flat = TSNE(random_state=0).fit_transform(even[:500])  # silent
plt.scatter(flat[:, 0], flat[:, 1], c=district[:500])
plt.savefig("districts.png")
A, B, va, vb = train_test_split(blocks, value, test_size=0.2, random_state=0)
print(LinearRegression().fit(A, va).score(B, vb))
