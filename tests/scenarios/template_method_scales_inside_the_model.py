# clean
from abc import ABC, abstractmethod

import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler


class Study(ABC):
    def __init__(self, path, seed=0):
        self.table = pd.read_csv(path)
        self.seed = seed

    @property
    def target(self):
        return self.table[self.label]

    @abstractmethod
    def model(self):
        ...

    def run(self):
        parts = train_test_split(self.table[self.columns], self.target, random_state=self.seed)
        model = self.model().fit(parts[0], parts[2])
        return model.score(parts[1], parts[3])


class Rivers(Study):
    label = "level"

    def __init__(self, path):
        super().__init__(path, seed=4)
        self.columns = ["rain", "snow"]

    def model(self):
        return make_pipeline(MinMaxScaler(), Ridge())  # silent


print(Rivers("rivers.csv").run())
