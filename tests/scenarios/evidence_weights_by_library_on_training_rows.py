# clean
import category_encoders as ce
import pandas as pd
from catboost import CatBoostClassifier
from sklearn.model_selection import train_test_split

debts = pd.read_csv("debts.csv")
bad = debts["bad"]
info = debts.drop(columns="bad")
i1, i2, b1, b2 = train_test_split(info, bad, test_size=0.33, random_state=12)
encoder = ce.WOEEncoder(cols=["branch", "purpose"])
i1 = encoder.fit_transform(i1, b1)  # silent
i2 = encoder.transform(i2)
cat = CatBoostClassifier(verbose=0).fit(i1, b1)
print(cat.score(i2, b2))
