# clean
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import TargetEncoder

orders = pd.read_csv("orders.csv")
words = orders[["courier", "district", "coupon"]]
late = orders["late"]
chain = make_pipeline(TargetEncoder(random_state=0), LogisticRegression())  # silent
print(cross_val_score(chain, words, late, cv=StratifiedKFold(5)))
