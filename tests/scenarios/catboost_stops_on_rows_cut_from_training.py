# clean
import pandas as pd
from catboost import CatBoostRegressor, Pool
from sklearn.model_selection import train_test_split

taxis = pd.read_csv("taxis.csv")
t_tr, t_te = train_test_split(taxis, test_size=0.15, random_state=0)
t_tr, t_stop = train_test_split(t_tr, test_size=0.15, random_state=0)
cols = ["km", "hour", "zone"]
learn, stop, judge = (Pool(part[cols], part["fare"], cat_features=["zone"]) for part in (t_tr, t_stop, t_te))
cat = CatBoostRegressor(iterations=5000, early_stopping_rounds=100, verbose=False)
cat.fit(learn, eval_set=stop, use_best_model=True)  # silent
print("R2 on test:", cat.score(judge))
