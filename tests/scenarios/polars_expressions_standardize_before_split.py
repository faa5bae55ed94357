import polars as pl
from sklearn.linear_model import LogisticRegression

ferries = pl.read_csv("ferries.csv").with_columns(
    ((pl.col("load") - pl.col("load").mean()) / pl.col("load").std()).alias("load_z"),  # finding: preprocess-before-split
    pl.col("wind").fill_null(0),
)
past, coming = ferries.filter(pl.col("year") < 2015), ferries.filter(pl.col("year") >= 2015)
model = LogisticRegression().fit(past.select("load_z", "wind").to_numpy(), past["late"].to_numpy())
print("accuracy", model.score(coming.select("load_z", "wind").to_numpy(), coming["late"].to_numpy()))
