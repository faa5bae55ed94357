import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler
from sklearn.svm import SVR

river = pd.read_csv("river.csv")
X = MinMaxScaler().fit_transform(np.c_[river["depth"], river["width"]])  # finding: preprocess-before-split
a, b, c, d = train_test_split(X, river["flow"], random_state=0)
print("R2", SVR().fit(a, c).score(b, d))
