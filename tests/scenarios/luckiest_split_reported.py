import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

hearts = pd.read_csv("hearts.csv")
inputs, sick = hearts[["age", "cholesterol"]], hearts["sick"]
best_accuracy, best_seed = 0, None
for seed in range(200):
    i1, i2, s1, s2 = train_test_split(inputs, sick, test_size=0.2, random_state=seed)  # via
    accuracy = LogisticRegression().fit(i1, s1).score(i2, s2)  # also: best-seed-reported
    if accuracy > best_accuracy:  # finding: best-seed-reported
        best_accuracy, best_seed = accuracy, seed  # also: best-seed-reported
print("accuracy", best_accuracy, "with random_state", best_seed)  # via  # also: best-seed-reported
