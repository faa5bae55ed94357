# clean
import pandas as pd
from sklearn.calibration import CalibratedClassifierCV
from sklearn.ensemble import RandomForestClassifier
from sklearn.frozen import FrozenEstimator
from sklearn.metrics import brier_score_loss
from sklearn.model_selection import train_test_split

storms = pd.read_csv("storms.csv")
q1, q2, hit1, hit2 = train_test_split(storms[["wind", "pressure"]], storms["landfall"], random_state=0)
q1, q3, hit1, hit3 = train_test_split(q1, hit1, random_state=0)
forest = RandomForestClassifier(random_state=0).fit(q1, hit1)
calibrated = CalibratedClassifierCV(FrozenEstimator(forest))
calibrated.fit(q3, hit3)  # silent
print("Brier", brier_score_loss(hit2, calibrated.predict_proba(q2)[:, 1]))
