import pandas as pd
from imblearn.combine import SMOTETomek
from sklearn.metrics import matthews_corrcoef
from sklearn.model_selection import train_test_split
from xgboost import XGBClassifier


class Screening:
    def __init__(self, frame):
        self.inputs = frame[["age", "glucose", "pressure"]]
        self.labels = frame["diabetic"]

    def balance(self):
        self.inputs, self.labels = SMOTETomek(random_state=0).fit_resample(self.inputs, self.labels)  # finding: resample-before-split
        return self

    def evaluate(self):
        a, b, la, lb = train_test_split(self.inputs, self.labels, random_state=0)  # via
        booster = XGBClassifier().fit(a, la)
        return matthews_corrcoef(lb, booster.predict(b))  # via


print(Screening(pd.read_csv("clinic.csv")).balance().evaluate())
