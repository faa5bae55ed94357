# clean
import optuna
import pandas as pd
from sklearn.ensemble import ExtraTreesRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split


class Objective:
    def __init__(self, known, new, yield_known, yield_new):
        self.known, self.new = known, new
        self.yield_known, self.yield_new = yield_known, yield_new

    def __call__(self, trial):
        trees = ExtraTreesRegressor(max_depth=trial.suggest_int("max_depth", 2, 30), random_state=0)
        trees.fit(self.known, self.yield_known)
        return mean_absolute_error(self.yield_new, trees.predict(self.new))


fields = pd.read_csv("fields.csv")
rest, test, yield_rest, yield_test = train_test_split(
    fields[["rain", "nitrogen", "slope"]], fields["yield"], random_state=2
)
study = optuna.create_study(direction="minimize")
study.optimize(Objective(*train_test_split(rest, yield_rest, random_state=3)), n_trials=60)
print("on the part that chose", study.best_value)
final = ExtraTreesRegressor(random_state=0, **study.best_params).fit(rest, yield_rest)
print("mean error in tonnes", mean_absolute_error(yield_test, final.predict(test)))
