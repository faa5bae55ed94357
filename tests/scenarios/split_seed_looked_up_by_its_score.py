import pandas as pd
from sklearn.linear_model import LassoLars
from sklearn.model_selection import train_test_split

lakes = pd.read_csv("lakes.csv")
inputs, oxygen = lakes[["depth", "inflow"]], lakes["oxygen"]
found = {}
for state in range(200):
    a, b, oxygen_a, oxygen_b = train_test_split(inputs, oxygen, test_size=0.25, random_state=state)
    found[state] = LassoLars(alpha=0.01).fit(a, oxygen_a).score(b, oxygen_b)  # via
lucky = max(found, key=found.get)  # finding: best-seed-reported
a, b, oxygen_a, oxygen_b = train_test_split(inputs, oxygen, test_size=0.25, random_state=lucky)
print("R2", LassoLars(alpha=0.01).fit(a, oxygen_a).score(b, oxygen_b))  # also: best-seed-reported
