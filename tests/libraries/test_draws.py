"""Which calls draw random numbers, and under which arguments."""

import pytest

from heldout.libraries import entry
from heldout.libraries.conditions import draws

ALWAYS = """
    sklearn.ensemble.RandomForestClassifier sklearn.ensemble.ExtraTreesRegressor sklearn.ensemble.BaggingClassifier
    sklearn.ensemble.AdaBoostClassifier sklearn.linear_model.SGDClassifier sklearn.neural_network.MLPRegressor
    sklearn.cluster.KMeans sklearn.cluster.MiniBatchKMeans sklearn.cluster.SpectralClustering
    sklearn.model_selection.ShuffleSplit sklearn.model_selection.StratifiedShuffleSplit
    sklearn.model_selection.GroupShuffleSplit sklearn.model_selection.RandomizedSearchCV
    sklearn.model_selection.train_test_split sklearn.datasets.make_classification sklearn.utils.resample
    sklearn.utils.shuffle imblearn.over_sampling.SMOTE imblearn.over_sampling.RandomOverSampler
    imblearn.combine.SMOTETomek torch.randperm torch.utils.data.random_split
"""
NEVER = """
    sklearn.preprocessing.StandardScaler sklearn.model_selection.GridSearchCV sklearn.svm.LinearSVC
    sklearn.linear_model.LinearRegression sklearn.neighbors.KNeighborsClassifier sklearn.naive_bayes.GaussianNB
    sklearn.model_selection.TimeSeriesSplit sklearn.model_selection.LeaveOneOut imblearn.under_sampling.TomekLinks
    imblearn.under_sampling.NearMiss catboost.CatBoostClassifier sklearn.model_selection.cross_val_score
    sklearn.datasets.load_iris sklearn.decomposition.FactorAnalysis
"""


@pytest.mark.parametrize("name", ALWAYS.split())
def test_draws_by_default(name: str) -> None:
    """A call without arguments draws random numbers, and the parameter that fixes them is known."""
    known = entry(name)
    assert known is not None
    assert known.seeded_by
    assert draws(known, {})


@pytest.mark.parametrize("name", NEVER.split())
def test_never_draws(name: str) -> None:
    """Deterministic callables have no seed to ask for."""
    known = entry(name)
    assert known is not None
    assert not draws(known, {})
    assert not known.seeded_by


CONDITIONAL = [
    ("sklearn.model_selection.KFold", {}, False),
    ("sklearn.model_selection.KFold", {"shuffle": True}, True),
    ("sklearn.model_selection.StratifiedKFold", {"n_splits": 5}, False),
    ("sklearn.model_selection.train_test_split", {"shuffle": False}, False),
    ("sklearn.linear_model.LogisticRegression", {}, False),
    ("sklearn.linear_model.LogisticRegression", {"solver": "lbfgs"}, False),
    ("sklearn.linear_model.LogisticRegression", {"solver": "liblinear"}, False),
    ("sklearn.linear_model.LogisticRegression", {"solver": "liblinear", "penalty": "l1"}, True),
    ("sklearn.linear_model.LogisticRegression", {"solver": "liblinear", "dual": True}, True),
    ("sklearn.linear_model.LogisticRegression", {"solver": "saga"}, True),
    ("sklearn.linear_model.Ridge", {"solver": "sag"}, True),
    ("sklearn.linear_model.Ridge", {"alpha": 1.0}, False),
    ("sklearn.svm.SVC", {}, False),
    ("sklearn.svm.SVC", {"probability": True}, True),
    ("sklearn.ensemble.GradientBoostingClassifier", {}, False),
    ("sklearn.ensemble.GradientBoostingClassifier", {"subsample": 1.0}, False),
    ("sklearn.ensemble.GradientBoostingClassifier", {"subsample": 0.8}, True),
    ("sklearn.ensemble.GradientBoostingRegressor", {"max_features": "sqrt"}, True),
    ("sklearn.ensemble.HistGradientBoostingRegressor", {}, False),
    ("sklearn.ensemble.HistGradientBoostingRegressor", {"early_stopping": True}, True),
    ("sklearn.decomposition.PCA", {"n_components": 2}, False),
    ("sklearn.decomposition.PCA", {"svd_solver": "randomized"}, True),
    ("sklearn.tree.DecisionTreeClassifier", {"max_depth": 3}, False),
    ("sklearn.tree.DecisionTreeClassifier", {"splitter": "random"}, True),
    ("sklearn.tree.DecisionTreeClassifier", {"max_features": 3}, True),
    ("xgboost.XGBClassifier", {"n_estimators": 100}, False),
    ("xgboost.XGBClassifier", {"subsample": 0.8}, False),
    ("lightgbm.LGBMClassifier", {}, False),
    ("lightgbm.LGBMClassifier", {"colsample_bytree": 0.8}, False),
    ("torch.utils.data.DataLoader", {"batch_size": 32}, False),
    ("torch.utils.data.DataLoader", {"shuffle": True}, True),
]


@pytest.mark.parametrize(("name", "arguments", "expected"), CONDITIONAL)
def test_draws_by_its_arguments(name: str, arguments: dict[str, object], expected: bool) -> None:
    """Where arguments decide whether random numbers are drawn, the entry follows them."""
    known = entry(name)
    assert known is not None
    assert draws(known, arguments) is expected
