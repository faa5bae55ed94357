# clean
import pandas as pd
from sklearn.linear_model import LinearRegression

survey = pd.read_csv("survey.csv")
known = survey[survey["income"].notna()]
missing = survey[survey["income"].isna()]
X_train, y_train = known[["age", "school"]], known["income"]
X_test = missing[["age", "school"]]
filler = LinearRegression().fit(X_train, y_train)  # silent
survey.loc[survey["income"].isna(), "income"] = filler.predict(X_test)  # silent
survey.to_csv("survey_filled.csv", index=False)
