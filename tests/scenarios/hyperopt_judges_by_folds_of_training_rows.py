# clean
import numpy as np
from hyperopt import fmin, hp, tpe
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.svm import SVC

echoes, species = np.load("echoes.npy"), np.load("species.npy")
a, b, species_a, species_b = train_test_split(echoes, species, random_state=5, stratify=species)


def loss(space):
    return -cross_val_score(SVC(**space), a, species_a, scoring="balanced_accuracy").mean()


space = {"C": hp.loguniform("C", -3, 5), "gamma": hp.loguniform("gamma", -8, 1)}
best = fmin(fn=loss, space=space, algo=tpe.suggest, max_evals=80)
machine = SVC(**best).fit(a, species_a)
print("balanced accuracy", balanced_accuracy_score(species_b, machine.predict(b)))
