# %%
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.discriminant_analysis import QuadraticDiscriminantAnalysis

old = pd.read_csv("batch_2022.csv")
new = pd.read_csv("batch_2023.csv")
peaks = [c for c in old.columns if c.startswith("peak")]
# %%
old_low = PCA(n_components=3).fit_transform(old[peaks])  # silent
qda = QuadraticDiscriminantAnalysis().fit(old_low, old["toxic"])
# %%
new_low = PCA(n_components=3).fit_transform(new[peaks])  # finding: refit-on-test-rows
print("accuracy on 2023:", qda.score(new_low, new["toxic"]))  # via
