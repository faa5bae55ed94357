import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.linear_model import LassoCV, LinearRegression
from sklearn.model_selection import KFold

body, progress = load_diabetes(return_X_y=True)
lasso = LassoCV(cv=5).fit(body, progress)  # finding: select-before-split
mask = np.abs(lasso.coef_) > 1e-6  # also: select-before-split
small = body[:, mask]
errors = []
for tr, te in KFold(5).split(small):  # via
    line = LinearRegression().fit(small[tr], progress[tr])
    errors.append(np.sqrt(np.mean((line.predict(small[te]) - progress[te]) ** 2)))  # via
print("RMSE", np.mean(errors))
