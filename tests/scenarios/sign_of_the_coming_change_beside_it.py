import pandas as pd
from sklearn.tree import DecisionTreeClassifier

rivers = pd.read_csv("levels.csv").sort_values("day")
rivers["coming_rise"] = rivers["level"].shift(-1) - rivers["level"]
rivers["rises"] = (rivers["coming_rise"] > 0).astype(int)
rivers = rivers.dropna()
inputs = ["level", "rain", "coming_rise"]
early, late = rivers.iloc[:3000], rivers.iloc[3000:]
tree = DecisionTreeClassifier(random_state=0).fit(early[inputs], early["rises"])  # finding: target-source-among-features or future-value-as-feature
print("accuracy", tree.score(late[inputs], late["rises"]))
