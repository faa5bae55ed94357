# clean
import joblib
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import train_test_split

wells = pd.read_csv("wells.csv")
site, works = wells[["depth", "age", "pump"]], wells["works"]
site_a, site_b, works_a, works_b = train_test_split(site, works, random_state=0)
forest = RandomForestClassifier(random_state=0)
forest.fit(site_a, works_a)
print("train", forest.score(site_a, works_a))  # silent
print("test", balanced_accuracy_score(works_b, forest.predict(site_b)))
forest.fit(site, works)  # silent
joblib.dump(forest, "forest.joblib")
