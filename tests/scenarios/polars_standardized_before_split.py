import polars as pl
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

coins = pl.read_csv("coins.csv")
coins = coins.with_columns((pl.col("weight") - pl.col("weight").mean()) / pl.col("weight").std())  # finding: preprocess-before-split
metal = coins.select("weight", "width").to_numpy()
m1, m2, f1, f2 = train_test_split(metal, coins["forged"].to_numpy(), random_state=0)  # via
print(LogisticRegression().fit(m1, f1).score(m2, f2))  # via
