import pandas as pd
from sklearn.calibration import CalibratedClassifierCV
from sklearn.ensemble import RandomForestClassifier
from sklearn.frozen import FrozenEstimator
from sklearn.metrics import brier_score_loss
from sklearn.model_selection import train_test_split

storms = pd.read_csv("storms.csv")
q1, q2, hit1, hit2 = train_test_split(storms[["wind", "pressure"]], storms["landfall"], random_state=0)  # via
forest = RandomForestClassifier(random_state=0).fit(q1, hit1)
calibrated = CalibratedClassifierCV(FrozenEstimator(forest))
calibrated.fit(q2, hit2)  # finding: threshold-from-test-rows or fit-on-evaluated-rows or tuned-on-test-rows
print("Brier", brier_score_loss(hit2, calibrated.predict_proba(q2)[:, 1]))  # via  # also: threshold-from-test-rows or fit-on-evaluated-rows or tuned-on-test-rows
