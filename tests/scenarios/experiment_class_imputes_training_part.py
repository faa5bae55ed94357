# clean
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.impute import KNNImputer
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split


class Experiment:
    def __init__(self, path):
        self.table = pd.read_csv(path)
        self.imputer = KNNImputer(n_neighbors=4)

    def divide(self):
        features = self.table[["age", "dose", "weight"]]
        self.known, self.fresh, self.r_known, self.r_fresh = train_test_split(
            features, self.table["response"], random_state=0)
        self.known = self.imputer.fit_transform(self.known)  # silent
        self.fresh = self.imputer.transform(self.fresh)

    def run(self):
        self.model = RandomForestRegressor(random_state=0).fit(self.known, self.r_known)
        return mean_absolute_error(self.r_fresh, self.model.predict(self.fresh))


trial = Experiment("trial.csv")
trial.divide()
print("MAE", trial.run())
