# clean
import pandas as pd
from imblearn.over_sampling import ADASYN
from imblearn.pipeline import Pipeline
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import GridSearchCV, train_test_split

staff = pd.read_csv("staff.csv")
s_tr, s_te, l_tr, l_te = train_test_split(staff[["salary", "years"]], staff["left"], random_state=0)
steps = Pipeline([("more", ADASYN(random_state=0)), ("forest", RandomForestClassifier(random_state=0))])
grid = GridSearchCV(steps, {"forest__max_depth": [3, 6, None]}, scoring="f1", cv=5)
grid.fit(s_tr, l_tr)  # silent
print("F1", grid.best_score_, "held out", grid.score(s_te, l_te))  # silent
