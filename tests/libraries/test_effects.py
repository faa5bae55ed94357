"""What each callable does to rows, beside what it learns."""

import pytest

from heldout.libraries import entry

EFFECTS = {
    "pipeline": "sklearn.pipeline.Pipeline sklearn.pipeline.make_pipeline imblearn.pipeline.Pipeline feature_engine.pipeline.Pipeline",
    "union": """sklearn.pipeline.FeatureUnion sklearn.pipeline.make_union sklearn.compose.ColumnTransformer
        sklearn.compose.make_column_transformer sklearn_pandas.DataFrameMapper""",
    "wrapper": "sklearn.compose.TransformedTargetRegressor feature_engine.wrappers.SklearnTransformerWrapper",
    "random_split": "torch.utils.data.random_split",
    "split": """sklearn.model_selection.train_test_split sklearn.cross_validation.train_test_split
        skmultilearn.model_selection.iterative_train_test_split""",
    "splitter": """sklearn.KFold sklearn.StratifiedKFold sklearn.RepeatedKFold sklearn.RepeatedStratifiedKFold
        sklearn.ShuffleSplit sklearn.StratifiedShuffleSplit sklearn.GroupKFold sklearn.StratifiedGroupKFold
        sklearn.GroupShuffleSplit sklearn.LeaveOneOut sklearn.LeavePOut sklearn.LeaveOneGroupOut sklearn.LeavePGroupsOut
        sklearn.TimeSeriesSplit sklearn.PredefinedSplit sklearn.check_cv sklearn.cross_validation.KFold
        fastai.data.transforms.RandomSplitter""",
    "cross_validate": """sklearn.cross_val_score sklearn.cross_validate sklearn.learning_curve sklearn.validation_curve
        sklearn.permutation_test_score sklearn.LearningCurveDisplay.from_estimator
        sklearn.ValidationCurveDisplay.from_estimator xgboost.cv lightgbm.cv catboost.cv""",
    "cross_predict": "sklearn.model_selection.cross_val_predict",
    "search": """sklearn.GridSearchCV sklearn.RandomizedSearchCV sklearn.HalvingGridSearchCV
        sklearn.HalvingRandomSearchCV skopt.BayesSearchCV optuna.integration.OptunaSearchCV""",
    "dataset": "torch.utils.data.TensorDataset torch.utils.data.Subset torch.utils.data.ConcatDataset",
    "loader": "torch.utils.data.DataLoader",
    "stream": "tensorflow.data.Dataset.from_tensor_slices tensorflow.data.TFRecordDataset tensorflow.data.Dataset.list_files",
    "cut_stream": "tensorflow_datasets.load keras.utils.split_dataset keras.utils.timeseries_dataset_from_array",
    "folder": "keras.utils.image_dataset_from_directory keras.utils.text_dataset_from_directory",
    "load": """sklearn.datasets.load_iris sklearn.datasets.fetch_openml
        torchvision.datasets.MNIST datasets.load_dataset""",
    "load_parts": "keras.datasets.mnist.load_data tensorflow.keras.datasets.cifar10.load_data",
    "make": "sklearn.datasets.make_classification sklearn.datasets.make_blobs sklearn.datasets.samples_generator.make_moons",
    "predictor": """sklearn.svm.SVC sklearn.linear_model.LassoCV sklearn.ensemble.StackingClassifier
        imblearn.ensemble.BalancedRandomForestClassifier imblearn.ensemble.RUSBoostClassifier xgboost.XGBClassifier
        lightgbm.LGBMRegressor catboost.CatBoostClassifier statsmodels.api.OLS statsmodels.formula.api.logit
        lifelines.CoxPHFitter prophet.Prophet""",
    "fit_function": "xgboost.train lightgbm.train catboost.train",
    "metric": """sklearn.metrics.accuracy_score sklearn.metrics.zero_one_loss imblearn.metrics.geometric_mean_score
        torch.nn.functional.cross_entropy""",
    "display": """sklearn.metrics.ConfusionMatrixDisplay.from_estimator
        sklearn.metrics.RocCurveDisplay.from_predictions sklearn.metrics.plot_confusion_matrix""",
    "callback": """keras.callbacks.EarlyStopping tf.keras.callbacks.ModelCheckpoint keras.callbacks.ReduceLROnPlateau
        xgboost.callback.EarlyStopping lightgbm.early_stopping pytorch_lightning.callbacks.ModelCheckpoint
        transformers.EarlyStoppingCallback""",
    "special": "xgboost.DMatrix lightgbm.Dataset catboost.Pool transformers.Trainer imblearn.FunctionSampler",
    "tune": "hyperopt.fmin ray.tune.run skopt.gp_minimize",
    "study": "optuna.create_study ray.tune.Tuner bayes_opt.BayesianOptimization keras_tuner.Hyperband",
    "report": "ray.train.report ray.tune.report",
    "clone": "sklearn.base.clone",
    "shuffle": "sklearn.utils.shuffle",
    "seed": """random.seed torch.manual_seed torch.cuda.manual_seed_all tf.random.set_seed keras.utils.set_random_seed
        pytorch_lightning.seed_everything transformers.set_seed accelerate.utils.set_seed""",
    "draw": "random.random random.choice torch.rand torch.randn torch.randperm scipy.stats.norm.rvs",
    "layer": "keras.layers.Dense tf.keras.layers.LSTM",
    "network": "keras.Sequential keras.models.Model keras.applications.VGG16",
    "module": "torch.nn.Linear torch.nn.modules.linear.Linear torchvision.models.resnet18",
    "optimizer": "torch.optim.Adam keras.optimizers.Adam",
    "rowwise": "keras.utils.to_categorical torch.from_numpy sklearn.preprocessing.binarize",
    "importance": "sklearn.inspection.permutation_importance shap.TreeExplainer",
    "future": "statsmodels.tsa.seasonal.seasonal_decompose scipy.signal.savgol_filter",
    "save": "joblib.dump pickle.dump torch.save sklearn.externals.joblib.dump mlflow.sklearn.log_model",
    "restore": "joblib.load torch.load keras.models.load_model transformers.AutoModel.from_pretrained",
}


@pytest.mark.parametrize(
    ("effect", "name"), [(effect, name) for effect, names in EFFECTS.items() for name in names.split()]
)
def test_effect(effect: str, name: str) -> None:
    """Every listed callable is known and does what it says."""
    known = entry(name)
    assert known is not None
    assert known.effect == effect


@pytest.mark.parametrize(
    ("name", "flag"),
    [
        ("sklearn.model_selection.GroupKFold", "grouped"),
        ("sklearn.model_selection.StratifiedKFold", "stratified"),
        ("sklearn.model_selection.TimeSeriesSplit", "ordered"),
        ("sklearn.neighbors.KNeighborsClassifier", "scale-sensitive"),
        ("sklearn.ensemble.HistGradientBoostingClassifier", "accepts-missing"),
        ("sklearn.linear_model.LogisticRegressionCV", "cross-validates"),
        ("sklearn.neural_network.MLPClassifier", "early-stopping-inside"),
        ("sklearn.metrics.mean_squared_error", "lower-is-better"),
        ("sklearn.metrics.roc_auc_score", "score-arguments"),
        ("sklearn.pipeline.Pipeline", "nested"),
        ("torch.randperm", "global"),
    ],
)
def test_flag(name: str, flag: str) -> None:
    """Entries carry the further facts that rules ask for."""
    known = entry(name)
    assert known is not None
    assert flag in known.flags


def test_metrics_name_truth_first() -> None:
    """The order of a metric's arguments is known, so that the truth is not taken for the prediction."""
    known = entry("sklearn.metrics.f1_score")
    assert known is not None
    assert known.parameters == ("y_true", "y_pred")


def test_older_splitters_take_the_length_first() -> None:
    """The splitters of the former cross_validation module are told from today's by their first parameter."""
    former, today = entry("sklearn.cross_validation.KFold"), entry("sklearn.model_selection.KFold")
    assert former is not None
    assert today is not None
    assert former.parameters[:2] == ("n", "n_folds")
    assert today.parameters[0] == "n_splits"
