import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import StratifiedKFold, cross_val_score

ecg = pd.read_csv("ecg.csv")
beats = ecg[["pr", "qrs", "qt"]]
folds = StratifiedKFold(n_splits=5, shuffle=True, random_state=0)  # also: groups-ignored
result = cross_val_score(RandomForestClassifier(), beats, ecg["arrhythmia"], groups=ecg["patient"], cv=folds)  # finding: groups-ignored
print(result.mean())
