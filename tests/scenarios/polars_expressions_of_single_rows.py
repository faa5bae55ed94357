# clean
import polars as pl
from sklearn.linear_model import LogisticRegression

ferries = pl.read_csv("ferries.csv").with_columns((pl.col("load") / pl.col("seats")).alias("share"), rate=pl.col("wind") * 2)
seen = ferries.with_columns(pl.col("load") / pl.col("load").max())
print(seen.head())
past, coming = ferries.filter(pl.col("year") < 2015), ferries.filter(pl.col("year") >= 2015)
model = LogisticRegression().fit(past.drop("late").to_numpy(), past["late"].to_numpy())  # silent
print("accuracy", model.score(coming.drop("late").to_numpy(), coming["late"].to_numpy()))
