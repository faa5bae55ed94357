# clean
import pandas as pd
from sklearn.ensemble import RandomForestRegressor


def train_fold(table, features, fold):
    build, held = table[table["fold"] != fold], table[table["fold"] == fold]
    forest = RandomForestRegressor(random_state=0)
    forest.fit(build[features], build["price"])  # silent
    return forest.score(held[features], held["price"])
