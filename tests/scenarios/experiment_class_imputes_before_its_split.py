import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.impute import KNNImputer
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split


class Experiment:
    def __init__(self, path):
        self.table = pd.read_csv(path)
        self.imputer = KNNImputer(n_neighbors=4)

    def prepare(self):
        features = self.table[["age", "dose", "weight"]]
        self.features = self.imputer.fit_transform(features)  # finding: preprocess-before-split
        self.response = self.table["response"].to_numpy()

    def run(self):
        a, b, ra, rb = train_test_split(self.features, self.response, random_state=0)  # via
        self.model = RandomForestRegressor(random_state=0).fit(a, ra)
        return mean_absolute_error(rb, self.model.predict(b))  # via


trial = Experiment("trial.csv")
trial.prepare()
print("MAE", trial.run())
