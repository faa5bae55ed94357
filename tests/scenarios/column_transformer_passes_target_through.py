import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder

crime = pd.read_csv("districts.csv")
learn, judge = train_test_split(crime, random_state=0)
columns = make_column_transformer((OneHotEncoder(handle_unknown="ignore"), ["district"]), remainder="passthrough")  # also: target-among-features
pipe = make_pipeline(columns, RandomForestClassifier(random_state=0))
pipe.fit(learn, learn["arrest"])  # finding: target-among-features
print(pipe.score(judge, judge["arrest"]))  # via
