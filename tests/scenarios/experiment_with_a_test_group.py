# clean
import pandas as pd
from scipy.stats import mannwhitneyu
from sklearn.preprocessing import StandardScaler

people = pd.read_csv("ab_test.csv")
people["spend"] = StandardScaler().fit_transform(people[["spend"]])  # silent
test = people[people["variant"] == "test"]
control = people[people["variant"] == "control"]
print(test["spend"].mean() - control["spend"].mean())  # silent
print(mannwhitneyu(test["spend"], control["spend"]).pvalue)
