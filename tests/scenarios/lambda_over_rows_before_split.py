# clean
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

pulses = pd.read_csv("pulses.csv")
kind = pulses["kind"]
signals = pulses.drop(columns="kind").apply(lambda row: (row - row.mean()) / row.std(), axis=1)  # silent
s_a, s_b, k_a, k_b = train_test_split(signals, kind, test_size=0.1, random_state=0)
mlp = MLPClassifier(max_iter=300, random_state=0).fit(s_a, k_a)
print(mlp.score(s_b, k_b))
