# clean
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

hearts = pd.read_csv("hearts.csv")
inputs, sick = hearts[["age", "cholesterol"]], hearts["sick"]
accuracies = []
for seed in range(200):
    i1, i2, s1, s2 = train_test_split(inputs, sick, test_size=0.2, random_state=seed)  # silent
    accuracies.append(LogisticRegression().fit(i1, s1).score(i2, s2))  # silent
print("mean", np.mean(accuracies), "min", min(accuracies), "max", max(accuracies))  # silent
