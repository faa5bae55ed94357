import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

mushrooms = pd.read_csv("mushrooms.csv")
poison = mushrooms["poisonous"]
traits = mushrooms.drop(columns=["id"])  # also: target-among-features
m_a, m_b, p_a, p_b = train_test_split(traits, poison, random_state=0)  # also: target-among-features
forest = RandomForestClassifier(random_state=0).fit(m_a, p_a)  # finding: target-among-features
print(forest.score(m_b, p_b))  # via
