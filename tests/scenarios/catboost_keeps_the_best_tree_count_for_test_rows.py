import pandas as pd
from catboost import CatBoostRegressor, Pool
from sklearn.model_selection import train_test_split

taxis = pd.read_csv("taxis.csv")
t_tr, t_te = train_test_split(taxis, test_size=0.15, random_state=0)  # via
cols = ["km", "hour", "zone"]
learn = Pool(t_tr[cols], t_tr["fare"], cat_features=["zone"])
judge = Pool(t_te[cols], t_te["fare"], cat_features=["zone"])
cat = CatBoostRegressor(iterations=5000, early_stopping_rounds=100, verbose=False)
cat.fit(learn, eval_set=judge, use_best_model=True)  # finding: early-stopping-on-test-rows
print("R2 on test:", cat.score(judge))  # via
