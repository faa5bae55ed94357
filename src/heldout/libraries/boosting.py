"""What XGBoost, LightGBM, CatBoost and NGBoost mean."""

from heldout.libraries.listing import SEED, listed, members, merged
from heldout.libraries.table import Entry

FLAT = True
MODULES = ("xgboost", "lightgbm", "catboost", "ngboost")

# XGBoost, LightGBM and CatBoost have fixed default seeds, so that even a run that draws rows can be had again.
_ROBUST = "accepts-missing"
_SURE = "accepts-missing probabilistic"
_LIGHTGBM_FIRST = "boosting_type,num_leaves,max_depth,learning_rate,n_estimators"
_CATBOOST_FIRST = "iterations,learning_rate,depth"

_XGBOOST = merged(
    listed(
        "predictor",
        "nothing",
        "XGBClassifier",
        task="classification",
        flags=_SURE,
    ),
    listed(
        "predictor",
        "nothing",
        "XGBRegressor XGBRanker",
        task="regression",
        flags=_ROBUST,
    ),
    listed("predictor", "nothing", "XGBRFClassifier", task="classification", flags=_SURE),
    listed("predictor", "nothing", "XGBRFRegressor", task="regression", flags=_ROBUST),
    listed("predictor", "nothing", "XGBModel", flags=_ROBUST),
    listed(
        "special",
        "nothing",
        """
        DMatrix(data,label) QuantileDMatrix(data,label) DaskDMatrix(client,data,label) DeviceQuantileDMatrix(data,label)
        ExtMemQuantileDMatrix
    """,
    ),
    listed("plot", "nothing", "plot_importance(booster) plot_tree(booster) to_graphviz(booster)"),
    listed("callback", "nothing", "LearningRateScheduler TrainingCheckPoint EvaluationMonitor TrainingCallback"),
)
_LIGHTGBM = merged(
    listed(
        "predictor",
        "nothing",
        "LGBMClassifier",
        parameters=_LIGHTGBM_FIRST,
        task="classification",
        flags=_SURE,
    ),
    listed(
        "predictor",
        "nothing",
        "LGBMRegressor LGBMRanker",
        parameters=_LIGHTGBM_FIRST,
        task="regression",
        flags=_ROBUST,
    ),
    listed(
        "predictor",
        "nothing",
        "LGBMModel",
        parameters=_LIGHTGBM_FIRST,
        flags=_ROBUST,
    ),
    listed(
        "predictor",
        "nothing",
        "DaskLGBMClassifier",
        task="classification",
        flags=_SURE,
    ),
    listed(
        "predictor",
        "nothing",
        "DaskLGBMRegressor DaskLGBMRanker",
        task="regression",
        flags=_ROBUST,
    ),
    listed("special", "nothing", "Dataset(data,label,reference,weight)"),
    listed(
        "callback",
        "nothing",
        """
        early_stopping(stopping_rounds,first_metric_only,verbose) log_evaluation(period,show_stdv) print_evaluation(period)
        record_evaluation(eval_result) reset_parameter
    """,
    ),
    listed("plot", "nothing", "plot_metric(booster) plot_split_value_histogram create_tree_digraph register_logger"),
)
_CATBOOST = merged(
    # CatBoost seeds itself with 0, so that nothing varies unless asked.
    listed(
        "predictor", "nothing", "CatBoostClassifier", parameters=_CATBOOST_FIRST, task="classification", flags=_SURE
    ),
    listed(
        "predictor",
        "nothing",
        "CatBoostRegressor CatBoostRanker",
        parameters=_CATBOOST_FIRST,
        task="regression",
        flags=_ROBUST,
    ),
    listed("predictor", "nothing", "CatBoost(params)", flags=_ROBUST),
    listed("special", "nothing", "Pool(data,label,cat_features) FeaturesData"),
    listed(
        "known",
        "nothing",
        "EFstrType EShapCalcType EFeaturesSelectionAlgorithm sum_models to_classifier to_regressor MetricVisualizer",
    ),
    listed("metric", "nothing", "eval_metric(label,approx,metric)", flags="score-arguments"),
)
_NGBOOST = merged(
    listed("predictor", "nothing", "NGBClassifier", seeded_by=SEED, task="classification", flags="probabilistic"),
    listed("predictor", "nothing", "NGBRegressor NGBSurvival NGBoost", seeded_by=SEED, task="regression"),
)

#: What several of these libraries have under one name; where they differ, the key says the library.
_SHARED = merged(
    listed("fit_function", "nothing", "xgboost.train(params,dtrain,num_boost_round,evals)"),
    listed("fit_function", "nothing", "lightgbm.train(params,train_set,num_boost_round,valid_sets,valid_names)"),
    listed(
        "fit_function",
        "nothing",
        """
        catboost.train(pool,params,dtrain,logging_level,verbose,iterations,num_boost_round,evals,eval_set)
    """,
    ),
    # The folds of all three are shuffled with a seed of 0 unless told otherwise.
    listed("cross_validate", "nothing", "xgboost.cv(params,dtrain,num_boost_round,nfold,stratified,folds,metrics)"),
    listed(
        "cross_validate",
        "nothing",
        """
        lightgbm.cv(params,train_set,num_boost_round,folds,nfold,stratified,shuffle,metrics)
        catboost.cv(pool,params,dtrain,iterations,num_boost_round,fold_count)
    """,
    ),
    listed("callback", "nothing", "EarlyStopping(rounds)"),
    listed("predictor", "nothing", "Booster(params)"),
    listed(
        "known", "nothing", "config_context set_config get_config build_info CatBoostError XGBoostError LightGBMError"
    ),
)

NAMES = merged(_XGBOOST, _LIGHTGBM, _CATBOOST, _NGBOOST, _SHARED)
NAMES["callback.EarlyStopping"] = NAMES["EarlyStopping"]

MEMBERS = members(
    "XGBClassifier XGBRegressor XGBModel Booster CatBoost CatBoostClassifier CatBoostRegressor",
    "load_model",
    Entry("restore", parameters=("fname",)),
) | members(
    "XGBClassifier XGBRegressor XGBModel Booster CatBoost CatBoostClassifier CatBoostRegressor",
    "save_model",
    Entry("save", parameters=("fname",)),
)

#: Which library owns a name that is its own.
HOMES = {
    name: library
    for library, table in (
        ("xgboost", _XGBOOST),
        ("lightgbm", _LIGHTGBM),
        ("catboost", _CATBOOST),
        ("ngboost", _NGBOOST),
    )
    for name in table
}
