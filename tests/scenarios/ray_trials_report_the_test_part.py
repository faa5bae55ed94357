import numpy as np
from ray import train, tune
from sklearn.linear_model import PassiveAggressiveClassifier
from sklearn.model_selection import train_test_split

letters, author = np.load("letters.npy"), np.load("author.npy")
seen, unseen, author_seen, author_unseen = train_test_split(letters, author, random_state=8)


def attempt(config):
    model = PassiveAggressiveClassifier(C=config["C"], random_state=0).fit(seen, author_seen)
    train.report({"accuracy": model.score(unseen, author_unseen)})  # via


tuner = tune.Tuner(attempt, param_space={"C": tune.loguniform(1e-3, 10)})
found = tuner.fit().get_best_result(metric="accuracy", mode="max")  # finding: tuned-on-test-rows
model = PassiveAggressiveClassifier(C=found.config["C"], random_state=0).fit(seen, author_seen)
print("accuracy", model.score(unseen, author_unseen))  # also: tuned-on-test-rows
