import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.model_selection import train_test_split

walks = pd.read_csv("walks.csv")
use = [c for c in walks.columns if c not in ("walker", "date")]  # also: target-among-features
one, two = train_test_split(walks, test_size=0.2, random_state=0)
gbr = GradientBoostingRegressor()
gbr.fit(one[use], one["steps"])  # finding: target-among-features
print("R2", gbr.score(two[use], two["steps"]))  # via
