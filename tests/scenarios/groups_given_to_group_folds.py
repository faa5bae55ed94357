# clean
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import StratifiedGroupKFold, cross_val_score

ecg = pd.read_csv("ecg.csv")
beats = ecg[["pr", "qrs", "qt"]]
folds = StratifiedGroupKFold(n_splits=5, shuffle=True, random_state=0)
result = cross_val_score(RandomForestClassifier(), beats, ecg["arrhythmia"], groups=ecg["patient"], cv=folds)  # silent
print(result.mean())
