# clean
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.metrics import silhouette_score
from sklearn.preprocessing import StandardScaler

customers = pd.read_csv("customers.csv")[["recency", "orders", "spend"]]
customers = customers.fillna(customers.median())  # silent
scaled = StandardScaler().fit_transform(customers)  # silent
for k in range(2, 7):
    groups = KMeans(k, n_init=5, random_state=0).fit_predict(scaled)  # silent
    print(k, silhouette_score(scaled, groups))
print(PCA(2).fit(scaled).explained_variance_ratio_)
