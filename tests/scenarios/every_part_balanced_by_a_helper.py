import pandas as pd
from imblearn.over_sampling import BorderlineSMOTE
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split


class Screening:
    def __init__(self, path):
        self.cases = pd.read_csv(path)

    def parts(self, share):
        features, positive = self.cases.drop(columns=["positive", "patient"]), self.cases["positive"]
        return train_test_split(features, positive, test_size=share, stratify=positive, random_state=11)

    def balanced(self, features, positive):
        return BorderlineSMOTE(random_state=11).fit_resample(features, positive)  # finding: resample-test-rows

    def report(self, share=0.3):
        known, new, positive_known, positive_new = self.parts(share)  # via
        known, positive_known = self.balanced(known, positive_known)
        new, positive_new = self.balanced(new, positive_new)
        model = GradientBoostingClassifier(random_state=11).fit(known, positive_known)
        print(classification_report(positive_new, model.predict(new)))  # via


Screening("cases.csv").report()
