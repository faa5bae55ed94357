import numpy as np
from sklearn.ensemble import AdaBoostClassifier
from sklearn.metrics import cohen_kappa_score
from sklearn.model_selection import train_test_split

sleep, stage = np.load("sleep.npy"), np.load("stage.npy")
a, b, stage_a, stage_b = train_test_split(sleep, stage, random_state=6)
best = {"kappa": -1.0, "model": None}
for count in np.arange(20, 400, 20):
    model = AdaBoostClassifier(n_estimators=count, random_state=0).fit(a, stage_a)
    kappa = cohen_kappa_score(stage_b, model.predict(b))  # via
    if kappa <= best["kappa"]:  # finding: tuned-on-test-rows
        continue
    best["kappa"] = kappa
    best["model"] = model
print("kappa", cohen_kappa_score(stage_b, best["model"].predict(b)))  # also: tuned-on-test-rows
