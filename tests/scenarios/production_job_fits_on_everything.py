# clean
import joblib
import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.impute import SimpleImputer
from sklearn.pipeline import make_pipeline


def job(source="history.csv", sink="model.joblib"):
    history = pd.read_csv(source)
    history["price"] = history["price"].fillna(history["price"].median())  # silent
    columns = make_column_transformer((SimpleImputer(), ["price", "stock"]))
    model = make_pipeline(columns, HistGradientBoostingRegressor())
    model.fit(history, history["demand"])  # silent
    joblib.dump(model, sink)


job()
