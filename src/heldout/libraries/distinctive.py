"""Names that tell their library even where a fragment of code never imports them."""

import re

from heldout.libraries import boosting, imblearn, sklearn
from heldout.libraries.sklearn_modules import MODULES
from heldout.libraries.table import Entry

#: Names with a hump or all in capitals that mean other things as well.
_AMBIGUOUS = frozenset(
    """BallTree KDTree Booster BatchGenerator Dataset Normalizer Binarizer OAS LDA QDA RBF DotProduct Bunch ProgressBar
    EarlyStopping Parallel Tags InputTags TargetTags TransformerTags DistanceMetric FunctionSampler ScoringMonitor
    CallbackContext SkipTestWarning EfficiencyWarning BaseSampler Substitution Isomap Birch Perceptron Lars
    eval_metric load_files zero_one max_error fetch_datasets""".split()
)

#: Names without a hump that are as good as unique.
_PLAIN = frozenset("Ridge Lasso Pipeline Nystroem".split())

_FUNCTIONS = frozenset(
    """train_test_split cross_val_score cross_validate cross_val_predict learning_curve validation_curve
    permutation_test_score permutation_importance make_pipeline make_union make_column_transformer make_column_selector
    minmax_scale maxabs_scale robust_scale quantile_transform power_transform label_binarize add_dummy_feature f_classif
    f_regression mutual_info_classif mutual_info_regression compute_class_weight compute_sample_weight make_scorer
    check_is_fitted plot_confusion_matrix plot_roc_curve plot_precision_recall_curve plot_det_curve
    plot_partial_dependence partial_dependence plot_tree make_imbalance calibration_curve""".split()
)

_CLASS_EFFECTS = frozenset(
    "transformer clusterer detector predictor pipeline union wrapper search splitter display sampler special".split()
)
_HUMPED = re.compile(r"[A-Z]+[a-z0-9]+[A-Z]\w*|[A-Z][A-Z0-9]{2,}\w*|[A-Z]{2,}[a-z]\w*")


def homes() -> dict[str, str]:
    """Bare name to the qualified name it stands for."""
    modules = {name: f"{module}.{name}" for module, names in reversed(MODULES.items()) for name in names.split()}
    found = {}
    for root, table in (("sklearn", sklearn.NAMES), ("imblearn", imblearn.NAMES)):
        for name, meaning in table.items():
            if name not in found and _tells(name, meaning):
                found[name] = modules.get(name, f"{root}.{name}")
    for name, meaning in boosting.NAMES.items():
        library = boosting.HOMES.get(name)
        if library and _tells(name, meaning):
            found[name] = f"{library}.{name}"
    return found


def _tells(name: str, meaning: Entry) -> bool:
    if name in _AMBIGUOUS or "." in name:
        return False
    if name in _FUNCTIONS or name in _PLAIN:
        return True
    if meaning.effect in _CLASS_EFFECTS:
        return _HUMPED.fullmatch(name) is not None
    if meaning.effect in {"metric", "load", "make"}:
        return "_" in name
    return False
