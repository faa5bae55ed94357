# clean
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

wind = pd.read_csv("turbines.csv")
X_train, X_test, y_train, y_test, weight_train, weight_test = train_test_split(  # silent
    wind[["speed", "angle"]], wind["power"], wind["hours"], test_size=0.2, random_state=0)
ridge = Ridge().fit(X_train, y_train, sample_weight=weight_train)
print(ridge.score(X_test, y_test, sample_weight=weight_test))
