"""Tuners, searches, blends and seeds: what they find is chosen by the rows that judged it."""

from collections.abc import Callable
from textwrap import dedent

import pytest

from heldout.events import Choose
from heldout.trace import Trace

Read = Callable[[str], Trace]
PARTS = """
import itertools
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import *
from sklearn.model_selection import *
df = pd.read_csv("a.csv")
X, y = df.drop(columns="t"), df["t"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
"""


def told(trace: Trace) -> list[Choose]:
    """The choices that are told again on the rows that made them."""
    return [choice for choice in trace.of(Choose) if trace.reuse.told_again(choice)]


#: Searches by a tuner on rows that then judge what it found.
FOUND_ON_TEST_ROWS = {
    "optuna test value printed": """
        import optuna
        def objective(trial):
            c = trial.suggest_float("C", 1e-3, 10, log=True)
            return LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test)
        study = optuna.create_study(direction="maximize")
        study.optimize(objective, n_trials=50)
        print("best accuracy", study.best_value, study.best_params)
    """,
    "optuna test params refit": """
        import optuna
        def objective(trial):
            params = {"C": trial.suggest_float("C", 1e-3, 10, log=True)}
            m = LogisticRegression(**params)
            m.fit(X_train, y_train)
            return roc_auc_score(y_test, m.predict_proba(X_test)[:, 1])
        study = optuna.create_study(direction="maximize")
        study.optimize(objective, n_trials=50)
        final = LogisticRegression(**study.best_params).fit(X_train, y_train)
        print(roc_auc_score(y_test, final.predict_proba(X_test)[:, 1]))
    """,
    "optuna lambda args": """
        import optuna
        def objective(trial, a, b, ya, yb):
            c = trial.suggest_float("C", 1e-3, 10)
            return LogisticRegression(C=c).fit(a, ya).score(b, yb)
        study = optuna.create_study(direction="maximize")
        study.optimize(lambda trial: objective(trial, X_train, X_test, y_train, y_test), n_trials=50)
        best = study.best_trial
        m = LogisticRegression(C=best.params["C"]).fit(X_train, y_train)
        print("accuracy", m.score(X_test, y_test))
    """,
    "optuna partial": """
        import optuna
        from functools import partial
        def objective(trial, a, b, ya, yb):
            c = trial.suggest_float("C", 1e-3, 10)
            return LogisticRegression(C=c).fit(a, ya).score(b, yb)
        study = optuna.create_study(direction="maximize")
        study.optimize(partial(objective, a=X_train, b=X_test, ya=y_train, yb=y_test), n_trials=50)
        print("accuracy", study.best_trial.value)
    """,
    "optuna callable class": """
        import optuna
        class Objective:
            def __init__(self, a, b, ya, yb):
                self.a, self.b, self.ya, self.yb = a, b, ya, yb
            def __call__(self, trial):
                c = trial.suggest_float("C", 1e-3, 10)
                return LogisticRegression(C=c).fit(self.a, self.ya).score(self.b, self.yb)
        study = optuna.create_study(direction="maximize")
        study.optimize(Objective(X_train, X_test, y_train, y_test), n_trials=50)
        print("accuracy", study.best_value)
    """,
    "optuna method": """
        import optuna
        class Tuner:
            def __init__(self, a, b, ya, yb):
                self.a, self.b, self.ya, self.yb = a, b, ya, yb
            def objective(self, trial):
                c = trial.suggest_float("C", 1e-3, 10)
                return LogisticRegression(C=c).fit(self.a, self.ya).score(self.b, self.yb)
            def tune(self):
                self.study = optuna.create_study(direction="maximize")
                self.study.optimize(self.objective, n_trials=5)
                return self.study.best_params
        params = Tuner(X_train, X_test, y_train, y_test).tune()
        m = LogisticRegression(**params).fit(X_train, y_train)
        print("accuracy", m.score(X_test, y_test))
    """,
    "optuna param by param update": """
        import optuna
        def objective(trial):
            c = trial.suggest_float("C", 1e-3, 10)
            m = LogisticRegression(C=c).fit(X_train, y_train)
            return mean_squared_error(y_test, m.predict(X_test), squared=False)
        study = optuna.create_study()
        study.optimize(objective, n_trials=50)
        params = study.best_params
        params["random_state"] = 0
        m = LogisticRegression(**params)
        m.fit(X_train, y_train)
        print(mean_squared_error(y_test, m.predict(X_test)))
    """,
    "optuna cv objective all rows then part": """
        import optuna
        def objective(trial):
            c = trial.suggest_float("C", 1e-3, 10)
            return cross_val_score(LogisticRegression(C=c), X, y, cv=3).mean()
        study = optuna.create_study(direction="maximize")
        study.optimize(objective, n_trials=50)
        m = LogisticRegression(**study.best_params).fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "optuna own split inside": """
        import optuna
        def objective(trial):
            a, b, ya, yb = train_test_split(X, y, test_size=0.2, random_state=1)
            c = trial.suggest_float("C", 1e-3, 10)
            return LogisticRegression(C=c).fit(a, ya).score(b, yb)
        study = optuna.create_study(direction="maximize")
        study.optimize(objective, n_trials=50)
        print("accuracy", study.best_value)
    """,
    "optuna pruning report": """
        import optuna
        from sklearn.linear_model import SGDClassifier
        def objective(trial):
            m = SGDClassifier(alpha=trial.suggest_float("alpha", 1e-5, 1e-1))
            for step in range(100):
                m.partial_fit(X_train, y_train, classes=[0, 1])
                s = m.score(X_test, y_test)
                trial.report(s, step)
                if trial.should_prune():
                    raise optuna.TrialPruned()
            return m.score(X_test, y_test)
        study = optuna.create_study(direction="maximize")
        study.optimize(objective, n_trials=50)
        print("best", study.best_trial.value)
    """,
    "optuna two studies": """
        import optuna
        def ridge(trial):
            m = Ridge(alpha=trial.suggest_float("a", 0, 1)).fit(X_train, y_train)
            return mean_squared_error(y_test, m.predict(X_test))
        def forest(trial):
            m = RandomForestClassifier(max_depth=trial.suggest_int("d", 1, 9)).fit(X_train, y_train)
            return accuracy_score(y_test, m.predict(X_test))
        one = optuna.create_study()
        one.optimize(ridge, n_trials=5)
        two = optuna.create_study(direction="maximize")
        two.optimize(forest, n_trials=5)
        print(one.best_value)
        print(two.best_value)
    """,
    "hyperopt dict loss": """
        from hyperopt import fmin, tpe, hp, Trials, STATUS_OK
        def objective(space):
            m = LogisticRegression(C=space["C"]).fit(X_train, y_train)
            acc = accuracy_score(y_test, m.predict(X_test))
            return {"loss": -acc, "status": STATUS_OK}
        best = fmin(fn=objective, space={"C": hp.uniform("C", 0, 1)}, algo=tpe.suggest, max_evals=50, trials=Trials())
        m = LogisticRegression(C=best["C"]).fit(X_train, y_train)
        print("accuracy", accuracy_score(y_test, m.predict(X_test)))
    """,
    "hyperopt space_eval": """
        from hyperopt import fmin, tpe, hp, Trials, STATUS_OK, space_eval
        space = {"C": hp.uniform("C", 0, 1)}
        def objective(params):
            m = LogisticRegression(**params)
            m.fit(X_train, y_train)
            return 1 - m.score(X_test, y_test)
        best = fmin(objective, space, algo=tpe.suggest, max_evals=50)
        final = LogisticRegression(**space_eval(space, best)).fit(X_train, y_train)
        print("accuracy", final.score(X_test, y_test))
    """,
    "hyperopt trials": """
        from hyperopt import fmin, tpe, hp, Trials
        def objective(params):
            m = LogisticRegression(**params).fit(X_train, y_train)
            return -m.score(X_test, y_test)
        trials = Trials()
        fmin(objective, {"C": hp.uniform("C", 0, 1)}, algo=tpe.suggest, max_evals=50, trials=trials)
        print("best accuracy", -trials.best_trial["result"]["loss"])
    """,
    "skopt named args": """
        from skopt import gp_minimize
        from skopt.space import Real
        from skopt.utils import use_named_args
        space = [Real(1e-3, 10, name="C")]
        @use_named_args(space)
        def objective(**params):
            m = LogisticRegression(**params).fit(X_train, y_train)
            return -m.score(X_test, y_test)
        res = gp_minimize(objective, space, n_calls=50)
        print("best score", -res.fun)
    """,
    "skopt x refit": """
        from skopt import forest_minimize
        def objective(values):
            c, = values
            return 1 - LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test)
        res = forest_minimize(objective, [(1e-3, 10.0)], n_calls=50)
        m = LogisticRegression(C=res.x[0]).fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "bayes opt": """
        from bayes_opt import BayesianOptimization
        def evaluate(C):
            m = LogisticRegression(C=C).fit(X_train, y_train)
            return roc_auc_score(y_test, m.predict_proba(X_test)[:, 1])
        optimizer = BayesianOptimization(f=evaluate, pbounds={"C": (0.01, 10)})
        optimizer.maximize(init_points=5, n_iter=20)
        params = optimizer.max["params"]
        m = LogisticRegression(**params).fit(X_train, y_train)
        print(roc_auc_score(y_test, m.predict_proba(X_test)[:, 1]))
    """,
    "ray tune run": """
        from ray import tune
        def trainable(config):
            m = LogisticRegression(C=config["C"]).fit(X_train, y_train)
            tune.report(accuracy=m.score(X_test, y_test))
        analysis = tune.run(trainable, config={"C": tune.loguniform(1e-3, 10)}, num_samples=20, metric="accuracy", mode="max")
        best = analysis.best_config
        m = LogisticRegression(C=best["C"]).fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "ray tuner": """
        from ray import tune, train
        def trainable(config):
            m = LogisticRegression(C=config["C"]).fit(X_train, y_train)
            train.report({"accuracy": m.score(X_test, y_test)})
        tuner = tune.Tuner(trainable, param_space={"C": tune.loguniform(1e-3, 10)})
        results = tuner.fit()
        best = results.get_best_result(metric="accuracy", mode="max")
        print("best", best.metrics["accuracy"], best.config)
        m = LogisticRegression(C=best.config["C"]).fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "nevergrad": """
        import nevergrad as ng
        def objective(C):
            return 1 - LogisticRegression(C=C).fit(X_train, y_train).score(X_test, y_test)
        optimizer = ng.optimizers.NGOpt(parametrization=ng.p.Instrumentation(C=ng.p.Log(lower=0.01, upper=10)), budget=50)
        rec = optimizer.minimize(objective)
        m = LogisticRegression(**rec.kwargs).fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "flaml all": """
        from flaml import AutoML
        automl = AutoML()
        automl.fit(X_train=X_train, y_train=y_train, X_val=X_test, y_val=y_test, task="classification", time_budget=60)
        print(accuracy_score(y_test, automl.predict(X_test)))
    """,
    "keras tuner": """
        import keras_tuner as kt
        from tensorflow import keras
        def build(hp):
            model = keras.Sequential([keras.layers.Dense(hp.Int("units", 8, 64)), keras.layers.Dense(1, activation="sigmoid")])
            model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
            return model
        tuner = kt.RandomSearch(build, objective="val_accuracy", max_trials=10)
        tuner.search(X_train, y_train, epochs=5, validation_data=(X_test, y_test))
        best = tuner.get_best_models(num_models=1)[0]
        print(best.evaluate(X_test, y_test))
    """,
    "keras tuner hps": """
        import keras_tuner as kt
        from tensorflow import keras
        def build(hp):
            model = keras.Sequential([keras.layers.Dense(hp.Int("units", 8, 64)), keras.layers.Dense(1, activation="sigmoid")])
            model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
            return model
        tuner = kt.Hyperband(build, objective="val_accuracy", max_epochs=10)
        tuner.search(X_train, y_train, epochs=5, validation_data=(X_test, y_test))
        best_hps = tuner.get_best_hyperparameters(num_trials=1)[0]
        model = tuner.hypermodel.build(best_hps)
        model.fit(X_train, y_train, epochs=10)
        print(model.evaluate(X_test, y_test))
    """,
}
#: Searches whose result is not told on the rows that chose it.
FOUND_ON_OTHER_ROWS = {
    "optuna cv objective train": """
        import optuna
        def objective(trial):
            c = trial.suggest_float("C", 1e-3, 10)
            return cross_val_score(LogisticRegression(C=c), X_train, y_train, cv=3).mean()
        study = optuna.create_study(direction="maximize")
        study.optimize(objective, n_trials=50)
        print("cv", study.best_value)
        m = LogisticRegression(**study.best_params).fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "optuna cv only": """
        import optuna
        def objective(trial):
            c = trial.suggest_float("C", 1e-3, 10)
            return cross_val_score(LogisticRegression(C=c), X, y, cv=3).mean()
        study = optuna.create_study(direction="maximize")
        study.optimize(objective, n_trials=50)
        print(study.best_value)
    """,
    "optuna val then test by a validation part": """
        X_rest, y_rest = X_train, y_train
        X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest, random_state=0)
        import optuna
        def objective(trial):
            c = trial.suggest_float("C", 1e-3, 10)
            return LogisticRegression(C=c).fit(X_train, y_train).score(X_val, y_val)
        study = optuna.create_study(direction="maximize")
        study.optimize(objective, n_trials=50)
        print("val", study.best_value)
        m = LogisticRegression(**study.best_params).fit(X_train, y_train)
        print("test", m.score(X_test, y_test))
    """,
    "optuna own split inside then other test rows honest": """
        import optuna
        def objective(trial):
            a, b, ya, yb = train_test_split(X_train, y_train, test_size=0.2, random_state=1)
            c = trial.suggest_float("C", 1e-3, 10)
            return LogisticRegression(C=c).fit(a, ya).score(b, yb)
        study = optuna.create_study(direction="maximize")
        study.optimize(objective, n_trials=50)
        m = LogisticRegression(**study.best_params).fit(X_train, y_train)
        print("test", m.score(X_test, y_test))
    """,
    "optuna only params shown": """
        import optuna
        def objective(trial):
            c = trial.suggest_float("C", 1e-3, 10)
            return LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test)
        study = optuna.create_study(direction="maximize")
        study.optimize(objective, n_trials=50)
        print(study.best_params)
        print(len(study.trials))
    """,
    "hyperopt cv": """
        from hyperopt import fmin, tpe, hp
        def objective(params):
            return -cross_val_score(LogisticRegression(**params), X_train, y_train).mean()
        best = fmin(objective, {"C": hp.uniform("C", 0, 1)}, algo=tpe.suggest, max_evals=50)
        final = LogisticRegression(**best).fit(X_train, y_train)
        print("accuracy", final.score(X_test, y_test))
    """,
    "wandb sweep": """
        import wandb
        def train():
            wandb.init()
            m = LogisticRegression(C=wandb.config.C).fit(X_train, y_train)
            wandb.log({"accuracy": m.score(X_test, y_test)})
        sweep_id = wandb.sweep({"method": "bayes", "metric": {"name": "accuracy", "goal": "maximize"}})
        wandb.agent(sweep_id, function=train, count=20)
    """,
    "flaml train": """
        from flaml import AutoML
        automl = AutoML()
        automl.fit(X_train, y_train, task="classification", time_budget=60)
        print(accuracy_score(y_test, automl.predict(X_test)))
    """,
    "keras tuner split": """
        import keras_tuner as kt
        from tensorflow import keras
        def build(hp):
            model = keras.Sequential([keras.layers.Dense(hp.Int("units", 8, 64)), keras.layers.Dense(1, activation="sigmoid")])
            model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
            return model
        tuner = kt.Hyperband(build, objective="val_accuracy", max_epochs=10)
        tuner.search(X_train, y_train, epochs=5, validation_split=0.2)
        model = tuner.get_best_models()[0]
        print(model.evaluate(X_test, y_test))
    """,
}
#: Searches over folds, blends, and subsets of columns on rows that then judge.
CHOSEN_ON_TEST_ROWS = {
    "grid all rows, report part": """
        search = GridSearchCV(LogisticRegression(), {"C": [0.1, 1]}, cv=5)
        search.fit(X, y)
        m = LogisticRegression(**search.best_params_)
        m.fit(X_train, y_train)
        print(accuracy_score(y_test, m.predict(X_test)))
    """,
    "grid all rows via params item": """
        search = RandomizedSearchCV(RandomForestClassifier(random_state=0), {"max_depth": [2, 5]}, cv=5, random_state=0)
        search.fit(X, y)
        depth = search.best_params_["max_depth"]
        m = RandomForestClassifier(max_depth=depth, random_state=0).fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "grid all rows clone best": """
        from sklearn.base import clone
        search = GridSearchCV(LogisticRegression(), {"C": [0.1, 1]}, cv=5).fit(X, y)
        m = clone(search.best_estimator_).fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "search on test rows": """
        search = GridSearchCV(LogisticRegression(), {"C": [0.1, 1]}, cv=5).fit(X_test, y_test)
        m = LogisticRegression(**search.best_params_).fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "predefined split of train and test": """
        fold = np.r_[-np.ones(len(X_train)), np.zeros(len(X_test))]
        both, truth = pd.concat([X_train, X_test]), pd.concat([y_train, y_test])
        search = GridSearchCV(LogisticRegression(), {"C": [0.1, 1]}, cv=PredefinedSplit(fold), refit=False).fit(both, truth)
        m = LogisticRegression(**search.best_params_).fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "halving all rows": """
        from sklearn.experimental import enable_halving_search_cv
        search = HalvingGridSearchCV(LogisticRegression(), {"C": [0.1, 1]}).fit(X, y)
        best = search.best_params_
        m = LogisticRegression(C=best["C"]).fit(X_train, y_train)
        print("test", m.score(X_test, y_test))
    """,
    "bayes all rows": """
        from skopt import BayesSearchCV
        search = BayesSearchCV(LogisticRegression(), {"C": (0.1, 1.0)})
        search.fit(X, y)
        m = LogisticRegression(**search.best_params_).fit(X_train, y_train)
        print("test", m.score(X_test, y_test))
    """,
    "cv loop all rows then part": """
        scores = [cross_val_score(LogisticRegression(C=c), X, y).mean() for c in [0.1, 1, 10]]
        c = [0.1, 1, 10][np.argmax(scores)]
        m = LogisticRegression(C=c).fit(X_train, y_train)
        print("test", m.score(X_test, y_test))
    """,
    "pipeline step set_params": """
        from sklearn.pipeline import make_pipeline
        from sklearn.preprocessing import StandardScaler
        pipe = make_pipeline(StandardScaler(), LogisticRegression())
        search = GridSearchCV(pipe, {"logisticregression__C": [0.1, 1]}).fit(X, y)
        pipe.set_params(**search.best_params_)
        pipe.fit(X_train, y_train)
        print(pipe.score(X_test, y_test))
    """,
    "LassoCV all rows alpha leak": """
        from sklearn.linear_model import LassoCV, Lasso
        cv = LassoCV().fit(X, y)
        m = Lasso(alpha=cv.alpha_).fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "weights loop": """
        p1 = LogisticRegression().fit(X_train, y_train).predict_proba(X_test)[:, 1]
        p2 = RandomForestClassifier(random_state=0).fit(X_train, y_train).predict_proba(X_test)[:, 1]
        best_auc, best_w = 0, 0
        for w in np.arange(0, 1, 0.1):
            auc = roc_auc_score(y_test, w * p1 + (1 - w) * p2)
            if auc > best_auc:
                best_auc, best_w = auc, w
        print("blend", best_auc, best_w)
    """,
    "weights minimize": """
        from scipy.optimize import minimize
        p1 = LogisticRegression().fit(X_train, y_train).predict_proba(X_test)[:, 1]
        p2 = RandomForestClassifier(random_state=0).fit(X_train, y_train).predict_proba(X_test)[:, 1]
        def loss(w):
            return log_loss(y_test, w[0] * p1 + w[1] * p2)
        res = minimize(loss, [0.5, 0.5], method="SLSQP")
        w = res.x
        print("log loss of the blend", log_loss(y_test, w[0] * p1 + w[1] * p2))
    """,
    "forward selection": """
        chosen, best = [], 0
        for name in X.columns:
            trial = chosen + [name]
            s = LogisticRegression().fit(X_train[trial], y_train).score(X_test[trial], y_test)
            if s > best:
                best = s
                chosen = trial
        m = LogisticRegression().fit(X_train[chosen], y_train)
        print(m.score(X_test[chosen], y_test))
    """,
    "forward selection append": """
        chosen, best = [], 0
        for name in X.columns:
            s = LogisticRegression().fit(X_train[chosen + [name]], y_train).score(X_test[chosen + [name]], y_test)
            if s > best:
                best = s
                chosen.append(name)
        m = LogisticRegression().fit(X_train[chosen], y_train)
        print(m.score(X_test[chosen], y_test))
    """,
    "subset combos": """
        best = 0
        for cols in itertools.combinations(["a", "b", "c"], 2):
            cols = list(cols)
            s = LogisticRegression().fit(X_train[cols], y_train).score(X_test[cols], y_test)
            if s > best:
                best, best_cols = s, cols
        m = LogisticRegression().fit(X_train[best_cols], y_train)
        print(m.score(X_test[best_cols], y_test))
    """,
}
#: The same on other rows.
CHOSEN_ON_OTHER_ROWS = {
    "grid train": """
        search = GridSearchCV(LogisticRegression(), {"C": [0.1, 1]}, cv=5).fit(X_train, y_train)
        print(search.best_score_, search.best_params_)
        m = LogisticRegression(**search.best_params_).fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "grid all rows best_score only": """
        search = GridSearchCV(LogisticRegression(), {"C": [0.1, 1]}, cv=5).fit(X, y)
        print(search.best_score_, search.best_params_)
    """,
    "nested": """
        search = GridSearchCV(LogisticRegression(), {"C": [0.1, 1]}, cv=5)
        print(cross_val_score(search, X, y).mean())
    """,
    "predefined split of train and val by a validation part": """
        X_rest, y_rest = X_train, y_train
        X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest, random_state=0)
        fold = np.r_[-np.ones(len(X_train)), np.zeros(len(X_val))]
        both, truth = pd.concat([X_train, X_val]), pd.concat([y_train, y_val])
        search = GridSearchCV(LogisticRegression(), {"C": [0.1, 1]}, cv=PredefinedSplit(fold)).fit(both, truth)
        print(search.score(X_test, y_test))
    """,
    "cv loop train": """
        best = 0
        for c in [0.1, 1, 10]:
            s = cross_val_score(LogisticRegression(C=c), X_train, y_train).mean()
            if s > best:
                best, best_c = s, c
        m = LogisticRegression(C=best_c).fit(X_train, y_train)
        print("cv", best, "test", m.score(X_test, y_test))
    """,
    "manual folds loop choose": """
        results = {}
        for c in [0.1, 1, 10]:
            scores = []
            for tr, te in KFold(5).split(X):
                m = LogisticRegression(C=c).fit(X.iloc[tr], y.iloc[tr])
                scores.append(m.score(X.iloc[te], y.iloc[te]))
            results[c] = np.mean(scores)
        best = max(results, key=results.get)
        print(best, results[best])
    """,
    "LassoCV all rows alpha": """
        from sklearn.linear_model import LassoCV, Lasso
        cv = LassoCV().fit(X_train, y_train)
        m = Lasso(alpha=cv.alpha_).fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "validation_curve all rows": """
        train_scores, valid_scores = validation_curve(LogisticRegression(), X, y, param_name="C", param_range=[0.1, 1])
        print(valid_scores.mean(axis=1))
    """,
    "weights minimize val by a validation part": """
        X_rest, y_rest = X_train, y_train
        X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest, random_state=0)
        from scipy.optimize import minimize
        a = LogisticRegression().fit(X_train, y_train)
        b = RandomForestClassifier(random_state=0).fit(X_train, y_train)
        def loss(w):
            return log_loss(y_val, w[0] * a.predict_proba(X_val)[:, 1] + w[1] * b.predict_proba(X_val)[:, 1])
        w = minimize(loss, [0.5, 0.5]).x
        print(log_loss(y_test, w[0] * a.predict_proba(X_test)[:, 1] + w[1] * b.predict_proba(X_test)[:, 1]))
    """,
    "meta on val preds by a validation part": """
        X_rest, y_rest = X_train, y_train
        X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest, random_state=0)
        a = LogisticRegression().fit(X_train, y_train)
        b = RandomForestClassifier(random_state=0).fit(X_train, y_train)
        meta = LogisticRegression().fit(np.column_stack([a.predict(X_val), b.predict(X_val)]), y_val)
        print(accuracy_score(y_test, meta.predict(np.column_stack([a.predict(X_test), b.predict(X_test)]))))
    """,
}
#: Seeds of which the luckiest is kept.
LUCKIEST = {
    "seed of split kept": """
        best = 0
        for i in range(100):
            a, b, ya, yb = train_test_split(X, y, random_state=i)
            s = LogisticRegression().fit(a, ya).score(b, yb)
            if s > best:
                best, best_i = s, i
        print(best, best_i)
    """,
    "seed literal list": """
        best = 0
        for seed in [1, 7, 42]:
            s = RandomForestClassifier(random_state=seed).fit(X_train, y_train).score(X_test, y_test)
            if s > best:
                best = s
        print(best)
    """,
    "seed var x model": """
        max_accuracy = 0
        for x in range(2000):
            rf = RandomForestClassifier(random_state=x)
            rf.fit(X_train, y_train)
            acc = round(accuracy_score(rf.predict(X_test), y_test) * 100, 2)
            if acc > max_accuracy:
                max_accuracy = acc
                best_x = x
        rf = RandomForestClassifier(random_state=best_x)
        rf.fit(X_train, y_train)
        print(accuracy_score(y_test, rf.predict(X_test)))
    """,
    "seed fold of kfold": """
        scores = {}
        for seed in range(10):
            a, b, ya, yb = train_test_split(X, y, random_state=seed)
            scores[seed] = LogisticRegression().fit(a, ya).score(b, yb)
        best_seed = max(scores, key=scores.get)
        a, b, ya, yb = train_test_split(X, y, random_state=best_seed)
        print(LogisticRegression().fit(a, ya).score(b, yb))
    """,
}


@pytest.mark.parametrize("program", FOUND_ON_TEST_ROWS.values(), ids=FOUND_ON_TEST_ROWS)
def test_tuner_on_the_rows_that_judge(read: Read, program: str) -> None:
    """Whichever library runs the objective, what it finds carries the choice of the rows of its figure."""
    assert told(read(PARTS + dedent(program)))


@pytest.mark.parametrize("program", FOUND_ON_OTHER_ROWS.values(), ids=FOUND_ON_OTHER_ROWS)
def test_tuner_on_other_rows(read: Read, program: str) -> None:
    """A tuner that judges by folds, by a validation part or by rows of its own is right, and so is telling settings only."""
    assert not told(read(PARTS + dedent(program)))


@pytest.mark.parametrize("program", CHOSEN_ON_TEST_ROWS.values(), ids=CHOSEN_ON_TEST_ROWS)
def test_choice_on_rows_that_judge(read: Read, program: str) -> None:
    """Whoever searches on all rows, or weighs answers by the test labels, has chosen by the rows that then judge."""
    assert told(read(PARTS + dedent(program)))


@pytest.mark.parametrize("program", CHOSEN_ON_OTHER_ROWS.values(), ids=CHOSEN_ON_OTHER_ROWS)
def test_choice_on_other_rows(read: Read, program: str) -> None:
    """A choice by folds of the training rows, or by a validation part, leaves the test rows alone."""
    assert not told(read(PARTS + dedent(program)))


@pytest.mark.parametrize("program", LUCKIEST.values(), ids=LUCKIEST)
def test_luckiest_seed(read: Read, program: str) -> None:
    """What differs between the compared figures is a seed, of the split or of the model."""
    assert any(choice.by_seed for choice in read(PARTS + dedent(program)).of(Choose))
