# clean
from sklearn.datasets import load_wine
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

chemistry, cultivar = load_wine(return_X_y=True)
x1, x2, c1, c2 = train_test_split(chemistry, cultivar, test_size=0.4, random_state=0)
lda = LinearDiscriminantAnalysis(n_components=2)
a1 = lda.fit_transform(x1, c1)  # silent
print(KNeighborsClassifier().fit(a1, c1).score(lda.transform(x2), c2))
