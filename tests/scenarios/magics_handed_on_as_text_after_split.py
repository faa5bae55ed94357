# clean
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

bees = pd.read_csv("bees.csv")
a, b, c, d = train_test_split(bees.drop(columns="queen"), bees["queen"], random_state=0)
get_ipython().run_cell_magic("bash", "", "ls\n")
get_ipython().run_cell_magic("time", "", "scaler = StandardScaler().fit(a)\nmodel = LogisticRegression()\n")
get_ipython().run_line_magic("time", "model.fit(scaler.transform(a), c)")
print(model.score(scaler.transform(b), d))
