# clean
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

mushrooms = pd.read_csv("mushrooms.csv")
poison = mushrooms.pop("poisonous")
traits = mushrooms.drop(columns=["id"])  # silent
m_a, m_b, p_a, p_b = train_test_split(traits, poison, random_state=0)
forest = RandomForestClassifier(random_state=0).fit(m_a, p_a)  # silent
print(forest.score(m_b, p_b))
