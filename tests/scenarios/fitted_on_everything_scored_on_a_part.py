import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import train_test_split

wells = pd.read_csv("wells.csv")
site, works = wells[["depth", "age", "pump"]], wells["works"]
site_a, site_b, works_a, works_b = train_test_split(site, works, random_state=0)  # via
forest = RandomForestClassifier(random_state=0)
forest.fit(site, works)  # finding: fit-on-evaluated-rows
print(balanced_accuracy_score(works_b, forest.predict(site_b)))  # via  # also: fit-on-evaluated-rows
