# clean
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import recall_score
from sklearn.model_selection import train_test_split

cards = pd.read_csv("cards.csv")
amounts, stolen = cards.drop("stolen", axis=1), cards["stolen"]
u, v, su, sv = train_test_split(amounts, stolen, test_size=0.2, random_state=1)
u, su = SMOTE(random_state=1).fit_resample(u, su)  # silent
gb = GradientBoostingClassifier().fit(u, su)
print("recall", recall_score(sv, gb.predict(v)))
