# clean
# %%
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.discriminant_analysis import QuadraticDiscriminantAnalysis

old = pd.read_csv("batch_2022.csv")
new = pd.read_csv("batch_2023.csv")
peaks = [c for c in old.columns if c.startswith("peak")]
# %%
pca = PCA(n_components=3).fit(old[peaks])  # silent
qda = QuadraticDiscriminantAnalysis().fit(pca.transform(old[peaks]), old["toxic"])
# %%
print(PCA(n_components=3).fit(new[peaks]).explained_variance_ratio_)  # silent
print("accuracy on 2023:", qda.score(pca.transform(new[peaks]), new["toxic"]))
