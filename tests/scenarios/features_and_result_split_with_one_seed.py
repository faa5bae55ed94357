# clean
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPRegressor

concrete = pd.read_csv("concrete.csv")
mix, strength = concrete[["cement", "water", "age"]], concrete["strength"]
mix_train, mix_test = train_test_split(mix, test_size=0.2, random_state=13)
s_train, s_test = train_test_split(strength, test_size=0.2, random_state=13)  # silent
mlp = MLPRegressor(hidden_layer_sizes=(64,), max_iter=2000)
mlp.fit(mix_train, s_train)
print("test R2", mlp.score(mix_test, s_test))
