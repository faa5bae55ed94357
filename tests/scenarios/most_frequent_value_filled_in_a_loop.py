# %%
import pandas as pd
from sklearn.ensemble import AdaBoostClassifier
from sklearn.model_selection import train_test_split

# %%
titanic = pd.read_csv("passengers.csv")
for gap in ["siblings", "fare"]:
    titanic[gap] = titanic[gap].fillna(titanic[gap].mode()[0])  # finding: preprocess-before-split
# %%
survivors = titanic["survived"]
titanic = titanic[["siblings", "fare", "age_years"]]
# %%
p, q, sp, sq = train_test_split(titanic, survivors, test_size=0.2, random_state=7)  # via
# %%
ada = AdaBoostClassifier(random_state=7)
ada.fit(p, sp)
ada.score(q, sq)  # via
