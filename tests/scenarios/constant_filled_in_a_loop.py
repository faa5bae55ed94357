# clean
# %%
import pandas as pd
from sklearn.ensemble import AdaBoostClassifier
from sklearn.impute import SimpleImputer
from sklearn.model_selection import train_test_split

# %%
titanic = pd.read_csv("passengers.csv")
titanic.describe()
# %%
for gap in ["siblings", "fare"]:
    titanic[gap] = titanic[gap].fillna(-1)  # silent
fill = SimpleImputer(strategy="constant", fill_value=0)
survivors = titanic["survived"]
matrix = fill.fit_transform(titanic[["siblings", "fare", "age_years"]])  # silent
# %%
p, q, sp, sq = train_test_split(matrix, survivors, test_size=0.2, random_state=7)
# %%
ada = AdaBoostClassifier(random_state=7)
ada.fit(p, sp)
ada.score(q, sq)
