# clean
import pandas as pd
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.linear_model import LassoCV
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPRegressor

solar = pd.read_csv("solar.csv")
s_tr, s_te, w_tr, w_te = train_test_split(solar[["cloud", "tilt"]], solar["watts"], random_state=0)
for model in [
    HistGradientBoostingRegressor(early_stopping=True, validation_fraction=0.1),
    MLPRegressor(early_stopping=True, max_iter=500),
    LassoCV(cv=5),
]:
    model.fit(s_tr, w_tr)  # silent
    print(type(model).__name__, model.score(s_te, w_te))  # silent
