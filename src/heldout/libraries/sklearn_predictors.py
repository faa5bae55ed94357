"""Classifiers and regressors of scikit-learn (1.9, with the parameters it takes by position)."""

from heldout.libraries.listing import SEED, listed, merged
from heldout.libraries.table import Condition

_GIVEN_SUBSET: tuple[Condition, ...] = (
    ("subsample", "given", 1.0),
    ("max_features", "given", None),
    ("n_iter_no_change", "given", None),
)
_STOPPED_EARLY: tuple[Condition, ...] = (("early_stopping", "is", True), ("max_features", "given", 1.0))
_RANDOM_TREE: tuple[Condition, ...] = (("splitter", "is", "random"), ("max_features", "given", None))
_UNLESS_UNSHUFFLED: tuple[Condition, ...] = (("shuffle", "not", False),)
_SAG: tuple[Condition, ...] = (("solver", "in", ("sag", "saga")),)
#: liblinear draws only where it descends along coordinates: for the L1 penalty and for the dual problem.
_SAG_OR_COORDINATES: tuple[Condition, ...] = (
    ("solver", "in", ("sag", "saga")),
    ("penalty", "is", "l1"),
    ("dual", "is", True),
)
_PROBABILITY: tuple[Condition, ...] = (("probability", "is", True),)
_RANDOM_SELECTION: tuple[Condition, ...] = (("selection", "is", "random"),)
_JITTERED: tuple[Condition, ...] = (("jitter", "given", None),)

CLASSIFIERS = merged(
    listed(
        "predictor",
        "nothing",
        """
        BernoulliNB CategoricalNB ComplementNB GaussianNB MultinomialNB QuadraticDiscriminantAnalysis
        LinearDiscriminantAnalysis(solver,shrinkage,priors,n_components,store_covariance,tol,covariance_estimator)
    """,
        task="classification",
        flags="probabilistic",
    ),
    listed(
        "predictor",
        "nothing",
        """
        KNeighborsClassifier(n_neighbors) RadiusNeighborsClassifier(radius) NearestCentroid(metric)
        LabelPropagation(kernel) LabelSpreading(kernel)
    """,
        task="classification",
        flags="probabilistic scale-sensitive distances",
    ),
    listed(
        "predictor",
        "nothing",
        "GaussianProcessClassifier(kernel)",
        seeded_by=SEED,
        task="classification",
        draws_when=(("n_restarts_optimizer", "given", 0),),
        flags="probabilistic scale-sensitive distances",
    ),
    listed(
        "predictor", "nothing", "LinearSVC(penalty,loss)", task="classification", flags="scale-sensitive linear penalty"
    ),
    listed(
        "predictor",
        "nothing",
        "SVC NuSVC",
        seeded_by=SEED,
        draws_when=_PROBABILITY,
        task="classification",
        flags="probabilistic scale-sensitive distances",
    ),
    listed(
        "predictor",
        "nothing",
        "LogisticRegression(penalty)",
        seeded_by=SEED,
        draws_when=(*_SAG_OR_COORDINATES, ("l1_ratio", "is", 1)),
        task="classification",
        flags="probabilistic scale-sensitive linear penalty",
    ),
    listed(
        "predictor",
        "nothing",
        "LogisticRegressionCV",
        seeded_by=SEED,
        draws_when=_SAG_OR_COORDINATES,
        task="classification",
        flags="probabilistic scale-sensitive cross-validates linear penalty",
    ),
    listed(
        "predictor",
        "nothing",
        "RidgeClassifier(alpha)",
        seeded_by=SEED,
        draws_when=_SAG,
        task="classification",
        flags="scale-sensitive linear penalty",
    ),
    listed(
        "predictor",
        "nothing",
        "RidgeClassifierCV(alphas)",
        task="classification",
        flags="scale-sensitive cross-validates linear penalty",
    ),
    listed(
        "predictor",
        "nothing",
        "SGDClassifier(loss)",
        seeded_by=SEED,
        draws_when=_UNLESS_UNSHUFFLED,
        task="classification",
        flags="probabilistic scale-sensitive early-stopping-inside linear gradients",
    ),
    listed(
        "predictor",
        "nothing",
        "PassiveAggressiveClassifier Perceptron",
        seeded_by=SEED,
        draws_when=_UNLESS_UNSHUFFLED,
        task="classification",
        flags="scale-sensitive early-stopping-inside linear gradients",
    ),
    listed(
        "predictor",
        "nothing",
        "MLPClassifier(hidden_layer_sizes,activation)",
        seeded_by=SEED,
        task="classification",
        flags="probabilistic scale-sensitive early-stopping-inside gradients",
    ),
    listed(
        "predictor",
        "nothing",
        "DecisionTreeClassifier",
        seeded_by=SEED,
        draws_when=_RANDOM_TREE,
        task="classification",
        flags="probabilistic accepts-missing",
    ),
    listed(
        "predictor",
        "nothing",
        "ExtraTreeClassifier RandomForestClassifier(n_estimators) ExtraTreesClassifier(n_estimators)",
        seeded_by=SEED,
        task="classification",
        flags="probabilistic accepts-missing",
    ),
    listed(
        "predictor",
        "nothing",
        "BaggingClassifier(estimator,n_estimators)",
        seeded_by=SEED,
        task="classification",
        flags="probabilistic accepts-missing nested",
    ),
    listed(
        "predictor",
        "nothing",
        "AdaBoostClassifier(estimator)",
        seeded_by=SEED,
        task="classification",
        flags="probabilistic nested",
    ),
    listed(
        "predictor",
        "nothing",
        "GradientBoostingClassifier",
        seeded_by=SEED,
        draws_when=_GIVEN_SUBSET,
        task="classification",
        flags="probabilistic early-stopping-inside",
    ),
    listed(
        "predictor",
        "nothing",
        "HistGradientBoostingClassifier(loss)",
        seeded_by=SEED,
        draws_when=_STOPPED_EARLY,
        task="classification",
        flags="probabilistic accepts-missing early-stopping-inside",
    ),
    listed(
        "predictor",
        "nothing",
        "DummyClassifier",
        seeded_by=SEED,
        task="classification",
        flags="probabilistic",
        draws_when=(("strategy", "in", ("stratified", "uniform")),),
    ),
    listed(
        "predictor",
        "nothing",
        "StackingClassifier(estimators,final_estimator) VotingClassifier(estimators)",
        task="classification",
        flags="probabilistic nested",
    ),
)

REGRESSORS = merged(
    listed(
        "predictor",
        "nothing",
        """
        LinearRegression ARDRegression BayesianRidge OrthogonalMatchingPursuit LassoLarsIC(criterion)
        PLSRegression(n_components) PLSCanonical(n_components) CCA(n_components)
    """,
        task="regression",
        flags="linear",
    ),
    listed("predictor", "nothing", "IsotonicRegression DummyRegressor", task="regression"),
    listed(
        "predictor",
        "nothing",
        """
        KNeighborsRegressor(n_neighbors) RadiusNeighborsRegressor(radius) KernelRidge(alpha) SVR NuSVR
    """,
        task="regression",
        flags="scale-sensitive distances",
    ),
    listed(
        "predictor",
        "nothing",
        "LinearSVR HuberRegressor QuantileRegressor GammaRegressor PoissonRegressor TweedieRegressor",
        task="regression",
        flags="scale-sensitive linear penalty",
    ),
    listed(
        "predictor",
        "nothing",
        "RidgeCV(alphas)",
        task="regression",
        flags="scale-sensitive cross-validates linear penalty",
    ),
    listed(
        "predictor",
        "nothing",
        "LarsCV LassoLarsCV OrthogonalMatchingPursuitCV",
        task="regression",
        flags="cross-validates linear",
    ),
    listed(
        "predictor",
        "nothing",
        "Ridge(alpha)",
        seeded_by=SEED,
        draws_when=_SAG,
        task="regression",
        flags="scale-sensitive linear penalty",
    ),
    listed(
        "predictor",
        "nothing",
        "Lasso(alpha) ElasticNet(alpha) MultiTaskLasso(alpha) MultiTaskElasticNet(alpha)",
        seeded_by=SEED,
        draws_when=_RANDOM_SELECTION,
        task="regression",
        flags="scale-sensitive linear penalty",
    ),
    listed(
        "predictor",
        "nothing",
        "LassoCV ElasticNetCV MultiTaskLassoCV MultiTaskElasticNetCV",
        seeded_by=SEED,
        draws_when=_RANDOM_SELECTION,
        task="regression",
        flags="scale-sensitive cross-validates linear penalty",
    ),
    listed(
        "predictor",
        "nothing",
        "Lars LassoLars(alpha)",
        seeded_by=SEED,
        draws_when=_JITTERED,
        task="regression",
        flags="linear",
    ),
    listed(
        "predictor",
        "nothing",
        "GaussianProcessRegressor(kernel)",
        seeded_by=SEED,
        task="regression",
        draws_when=(("n_restarts_optimizer", "given", 0),),
        flags="scale-sensitive distances",
    ),
    listed("predictor", "nothing", "TheilSenRegressor", seeded_by=SEED, task="regression", flags="linear"),
    listed("predictor", "nothing", "RANSACRegressor(estimator)", seeded_by=SEED, task="regression", flags="nested"),
    listed(
        "predictor",
        "nothing",
        "SGDRegressor(loss) PassiveAggressiveRegressor",
        seeded_by=SEED,
        draws_when=_UNLESS_UNSHUFFLED,
        task="regression",
        flags="scale-sensitive early-stopping-inside linear gradients",
    ),
    listed(
        "predictor",
        "nothing",
        "MLPRegressor(loss,hidden_layer_sizes,activation)",
        seeded_by=SEED,
        task="regression",
        flags="scale-sensitive early-stopping-inside gradients",
    ),
    listed(
        "predictor",
        "nothing",
        "DecisionTreeRegressor",
        seeded_by=SEED,
        draws_when=_RANDOM_TREE,
        task="regression",
        flags="accepts-missing",
    ),
    listed(
        "predictor",
        "nothing",
        "ExtraTreeRegressor RandomForestRegressor(n_estimators) ExtraTreesRegressor(n_estimators)",
        seeded_by=SEED,
        task="regression",
        flags="accepts-missing",
    ),
    listed(
        "predictor",
        "nothing",
        "BaggingRegressor(estimator,n_estimators)",
        seeded_by=SEED,
        task="regression",
        flags="accepts-missing nested",
    ),
    listed("predictor", "nothing", "AdaBoostRegressor(estimator)", seeded_by=SEED, task="regression", flags="nested"),
    listed(
        "predictor",
        "nothing",
        "GradientBoostingRegressor",
        seeded_by=SEED,
        draws_when=_GIVEN_SUBSET,
        task="regression",
        flags="early-stopping-inside",
    ),
    listed(
        "predictor",
        "nothing",
        "HistGradientBoostingRegressor(loss)",
        seeded_by=SEED,
        draws_when=_STOPPED_EARLY,
        task="regression",
        flags="accepts-missing early-stopping-inside",
    ),
    listed(
        "predictor",
        "nothing",
        "StackingRegressor(estimators,final_estimator) VotingRegressor(estimators)",
        task="regression",
        flags="nested",
    ),
)
