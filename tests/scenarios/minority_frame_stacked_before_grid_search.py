import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import GridSearchCV

staff = pd.read_csv("staff.csv")
leavers = staff[staff["left"] == 1]
staff = pd.concat([staff] + [leavers] * 4, ignore_index=True)  # finding: resample-before-split
grid = GridSearchCV(RandomForestClassifier(random_state=0), {"max_depth": [3, 6, None]}, scoring="f1", cv=5)
grid.fit(staff[["salary", "years"]], staff["left"])  # via
print("F1", grid.best_score_)  # via
