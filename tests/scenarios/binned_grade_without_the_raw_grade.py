# clean
import numpy as np
import pandas as pd
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

pupils = pd.read_csv("pupils.csv")
level = pd.cut(pupils["final_grade"], bins=[-1, 9, 14, 20], labels=["low", "middle", "high"])  # silent
names = ["absences", "study_time", "first_grade"]
matrix = np.asarray(pupils[names])
m1, m2, v1, v2 = train_test_split(matrix, level, test_size=0.2, random_state=0)
tree = DecisionTreeClassifier().fit(m1, v1)  # silent
print(accuracy_score(v2, tree.predict(m2)))
