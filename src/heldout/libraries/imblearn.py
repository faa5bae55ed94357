"""What imbalanced-learn means (0.14), with the names of its older versions."""

from heldout.libraries.listing import SEED, listed, merged
from heldout.libraries.table import Entry

FLAT = True
MODULES = ("imblearn", "smote_variants")

_TRUTH = "y_true,y_pred"

NAMES = merged(
    # Copies and syntheses of rows.
    listed(
        "sampler",
        "copy",
        """
        SMOTE ADASYN BorderlineSMOTE KMeansSMOTE SVMSMOTE SMOTEENN SMOTETomek
        SMOTEN(categorical_encoder) SMOTENC(categorical_features)
    """,
        seeded_by=SEED,
    ),
    listed("sampler", "copy", "RandomOverSampler", seeded_by=SEED, flags="accepts-missing"),
    # Rows chosen, none copied.
    listed("sampler", "nothing", "RandomUnderSampler", seeded_by=SEED, flags="accepts-missing"),
    listed(
        "sampler", "nothing", "CondensedNearestNeighbour OneSidedSelection InstanceHardnessThreshold", seeded_by=SEED
    ),
    listed(
        "sampler",
        "nothing",
        """
        AllKNN EditedNearestNeighbours RepeatedEditedNearestNeighbours NearMiss NeighbourhoodCleaningRule TomekLinks
    """,
    ),
    # It does whatever its function does.
    listed("special", "nothing", "FunctionSampler"),
    listed("sampler", "nothing", "ClusterCentroids", seeded_by=SEED, flags="scale-sensitive"),
    listed("known", "nothing", "BaseSampler SamplerMixin is_sampler(estimator)"),
    listed("pipeline", "nothing", "Pipeline(steps) make_pipeline", flags="nested"),
    listed(
        "predictor",
        "nothing",
        "BalancedRandomForestClassifier(n_estimators)",
        seeded_by=SEED,
        task="classification",
        flags="probabilistic accepts-missing",
    ),
    listed(
        "predictor",
        "nothing",
        """
        BalancedBaggingClassifier(estimator,n_estimators) EasyEnsembleClassifier(n_estimators,estimator)
        RUSBoostClassifier(estimator)
    """,
        seeded_by=SEED,
        task="classification",
        flags="probabilistic nested",
    ),
    listed("splitter", "nothing", "InstanceHardnessCV(estimator)"),
    listed("load", "nothing", "fetch_datasets", seeded_by=SEED, draws_when=(("shuffle", "is", True),)),
    listed("subset", "nothing", "make_imbalance(X,y)", seeded_by=SEED),
    listed(
        "metric",
        "nothing",
        """
        classification_report_imbalanced geometric_mean_score sensitivity_score specificity_score
        sensitivity_specificity_support
    """,
        parameters=_TRUTH,
        task="classification",
        flags="score-arguments",
    ),
    listed(
        "metric",
        "nothing",
        "macro_averaged_mean_absolute_error",
        parameters=_TRUTH,
        task="classification",
        flags="score-arguments lower-is-better",
    ),
    listed("transformer", "nothing", "ValueDifferenceMetric"),
    listed("loader", "nothing", "BalancedBatchGenerator(X,y) balanced_batch_generator(X,y)", seeded_by=SEED),
    listed(
        "known",
        "nothing",
        """
        make_index_balanced_accuracy Substitution check_neighbors_object check_sampling_strategy check_target_type
        raise_isinstance_error parametrize_with_checks show_versions
    """,
    ),
)

#: Older versions and smote_variants.
OLDER = merged(
    listed(
        "sampler",
        "copy",
        "Borderline_SMOTE1 polynom_fit_SMOTE ProWSyn SMOTE_IPF Lee SMOBD G_SMOTE MulticlassOversampling",
        seeded_by=SEED,
    ),
    listed("sampler", "nothing", "EasyEnsemble BalanceCascade", seeded_by=SEED),
)
NAMES.update(OLDER)

MEMBERS: dict[str, Entry] = {}
