from sklearn.datasets import load_wine
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

chemistry, cultivar = load_wine(return_X_y=True)
axes = LinearDiscriminantAnalysis(n_components=2).fit_transform(chemistry, cultivar)  # finding: select-before-split or preprocess-before-split
x1, x2, c1, c2 = train_test_split(axes, cultivar, test_size=0.4, random_state=0)  # via
print(KNeighborsClassifier().fit(x1, c1).score(x2, c2))  # via
