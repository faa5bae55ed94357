# clean
import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.linear_model import LassoCV, LinearRegression
from sklearn.model_selection import KFold

body, progress = load_diabetes(return_X_y=True)
errors = []
for tr, te in KFold(5).split(body):
    mask = np.abs(LassoCV(cv=5).fit(body[tr], progress[tr]).coef_) > 1e-6  # silent
    line = LinearRegression().fit(body[tr][:, mask], progress[tr])
    errors.append(np.sqrt(np.mean((line.predict(body[te][:, mask]) - progress[te]) ** 2)))
print("RMSE", np.mean(errors))
