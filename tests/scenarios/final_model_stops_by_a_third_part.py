# clean
import pandas as pd
from catboost import CatBoostClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import train_test_split

alarms = pd.read_csv("alarms.csv")
rest, b, true_rest, true_b = train_test_split(alarms[["noise", "heat"]], alarms["fire"], random_state=0)
line = LogisticRegression().fit(rest, true_rest)
print("average precision", average_precision_score(true_b, line.predict_proba(b)[:, 1]))
a, stop, true_a, true_stop = train_test_split(rest, true_rest, random_state=0)
final = CatBoostClassifier(iterations=4000, early_stopping_rounds=50)
final.fit(a, true_a, eval_set=(stop, true_stop))
final.save_model("alarm.cbm")
