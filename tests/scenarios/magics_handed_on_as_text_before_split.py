import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

bees = pd.read_csv("bees.csv")
X, y = bees.drop(columns="queen"), bees["queen"]
get_ipython().run_line_magic("time", "X = StandardScaler().fit_transform(X)")  # finding: preprocess-before-split
a, b, c, d = train_test_split(X, y, random_state=0)
model = LogisticRegression()
get_ipython().magic("time model.fit(a, c)")
get_ipython().run_cell_magic("time", "", "print(model.score(b, d))\n")
