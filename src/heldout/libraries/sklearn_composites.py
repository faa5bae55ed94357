"""Composites, searches and splitters of scikit-learn (1.9, with the parameters it takes by position)."""

from heldout.libraries.listing import SEED, listed, merged
from heldout.libraries.table import Condition

_SHUFFLED: tuple[Condition, ...] = (("shuffle", "is", True),)

COMPOSITES = merged(
    listed("pipeline", "nothing", "Pipeline(steps) make_pipeline", flags="nested"),
    listed(
        "union",
        "nothing",
        """
        FeatureUnion(transformer_list) make_union ColumnTransformer(transformers) make_column_transformer
    """,
        flags="nested",
    ),
    listed(
        "wrapper",
        "nothing",
        "TransformedTargetRegressor(regressor) MultiOutputRegressor(estimator)",
        task="regression",
        flags="nested",
    ),
    listed(
        "wrapper",
        "nothing",
        """
        CalibratedClassifierCV(estimator) OneVsRestClassifier(estimator) MultiOutputClassifier(estimator)
        FixedThresholdClassifier(estimator)
        SelfTrainingClassifier(estimator,threshold,criterion,k_best,max_iter,verbose)
    """,
        task="classification",
        flags="nested probabilistic",
    ),
    listed("wrapper", "nothing", "OneVsOneClassifier(estimator)", task="classification", flags="nested"),
    listed(
        "wrapper", "nothing", "OutputCodeClassifier(estimator)", seeded_by=SEED, task="classification", flags="nested"
    ),
    listed(
        "wrapper",
        "nothing",
        "ClassifierChain(estimator)",
        seeded_by=SEED,
        draws_when=(("order", "is", "random"),),
        task="classification",
        flags="nested probabilistic",
    ),
    listed(
        "wrapper",
        "nothing",
        "RegressorChain(estimator)",
        seeded_by=SEED,
        draws_when=(("order", "is", "random"),),
        task="regression",
        flags="nested",
    ),
    listed(
        "wrapper",
        "nothing",
        "TunedThresholdClassifierCV(estimator)",
        seeded_by=SEED,
        draws_when=(("cv", "in", (0.1, 0.2, 0.25, 0.3, 0.33, 0.4, 0.5)),),
        task="classification",
        flags="nested probabilistic cross-validates",
    ),
    listed("wrapper", "nothing", "FrozenEstimator(estimator)", flags="nested"),
    listed("search", "nothing", "GridSearchCV(estimator,param_grid)", flags="nested cross-validates"),
    listed(
        "search",
        "nothing",
        """
        RandomizedSearchCV(estimator,param_distributions,n_iter) HalvingRandomSearchCV(estimator,param_distributions)
        HalvingGridSearchCV(estimator,param_grid)
    """,
        seeded_by=SEED,
        flags="nested cross-validates",
    ),
)

SPLITTERS = merged(
    listed("splitter", "nothing", "KFold(n_splits,shuffle,random_state)", seeded_by=SEED, draws_when=_SHUFFLED),
    listed(
        "splitter",
        "nothing",
        "StratifiedKFold(n_splits,shuffle,random_state)",
        seeded_by=SEED,
        draws_when=_SHUFFLED,
        flags="stratified",
    ),
    listed("splitter", "nothing", "GroupKFold(n_splits)", seeded_by=SEED, draws_when=_SHUFFLED, flags="grouped"),
    listed(
        "splitter",
        "nothing",
        "StratifiedGroupKFold(n_splits,shuffle,random_state)",
        seeded_by=SEED,
        draws_when=_SHUFFLED,
        flags="grouped stratified",
    ),
    listed("splitter", "nothing", "RepeatedKFold(n_splits,n_repeats) ShuffleSplit(n_splits,test_size)", seeded_by=SEED),
    listed(
        "splitter",
        "nothing",
        "RepeatedStratifiedKFold(n_splits,n_repeats) StratifiedShuffleSplit(n_splits,test_size)",
        seeded_by=SEED,
        flags="stratified",
    ),
    listed("splitter", "nothing", "GroupShuffleSplit(n_splits,test_size)", seeded_by=SEED, flags="grouped"),
    listed("splitter", "nothing", "LeaveOneGroupOut LeavePGroupsOut(n_groups)", flags="grouped"),
    listed("splitter", "nothing", "TimeSeriesSplit(n_splits)", flags="ordered"),
    listed("splitter", "nothing", "LeaveOneOut LeavePOut(p)"),
    listed("splitter", "nothing", "PredefinedSplit(test_fold)", flags="grouped"),
    listed("splitter", "nothing", "check_cv(cv,y)", seeded_by=SEED, draws_when=_SHUFFLED, flags="grouped"),
    listed("known", "nothing", "BaseCrossValidator BaseShuffleSplit(n_splits)"),
)
