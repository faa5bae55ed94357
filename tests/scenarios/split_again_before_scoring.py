# %%
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPRegressor

concrete = pd.read_csv("concrete.csv")
mix, strength = concrete[["cement", "water", "age"]], concrete["strength"]
# %%
mix_train, mix_test, s_train, s_test = train_test_split(mix, strength, test_size=0.2)  # via
mlp = MLPRegressor(hidden_layer_sizes=(64,), max_iter=2000)
mlp.fit(mix_train, s_train)  # also: second-random-split or fit-on-evaluated-rows
# %%
mix_train, mix_test, s_train, s_test = train_test_split(mix, strength, test_size=0.2)  # finding: second-random-split
print("test R2", mlp.score(mix_test, s_test))  # via  # also: second-random-split or fit-on-evaluated-rows
