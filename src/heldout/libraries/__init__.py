"""What the libraries' calls mean, as tables, and how a qualified name finds its entry.

`table` has the form of an entry.  A table module is imported when the first name of its libraries is asked for, so that
a review pays only for the libraries its files use.
"""

import builtins
import re
from importlib import import_module
from types import ModuleType

from heldout.libraries.table import Entry

_SERVED = {
    "sklearn": "sklearn cuml sklearnex daal4py dask_ml",
    "imblearn": "imblearn smote_variants",
    "encoders": """category_encoders feature_engine sklearn_pandas umap openTSNE tsfresh boruta mlxtend skrub dirty_cat
        prince gensim optbinning pycaret sdv ctgan skmultilearn""",
    "boosting": "xgboost lightgbm catboost ngboost",
    "keras": "keras tensorflow tf tf_keras keras_tuner kerastuner keras_preprocessing tensorflow_datasets",
    "torch": """torch torchvision torchtext torchaudio torchmetrics lightning pytorch_lightning lightning_fabric
        transformers accelerate skorch fastai timm peft sentence_transformers""",
    "datasets": "datasets evaluate",
    "augmentation": "albumentations",
    "statistics": """scipy statsmodels prophet fbprophet pmdarima lifelines linearmodels surprise implicit pywt hmmlearn
        pygam""",
    "tracking": """mlflow wandb comet_ml neptune clearml aim tensorboardX dvclive sacred joblib pickle cPickle dill
        cloudpickle skops onnx onnxmltools skl2onnx shap lime eli5 yellowbrick scikitplot
        matplotlib seaborn plotly h5py""",
    "tuning": "optuna hyperopt skopt ray bayes_opt nevergrad flaml tpot",
    "randomness": "random secrets",
    "pandas": "pandas",
    "numpy": "numpy cupy jax",
    "polars": "polars",
}

#: The root of an import to the name of the table module that knows it.
ROOTS = {root: table for table, roots in _SERVED.items() for root in roots.split()}

#: Tables of the data values whose methods `method` looks up.
_VALUES = {"frame": "pandas", "array": "numpy", "tensor": "torch", "dataset": "datasets", "polars": "polars"}

_entries: dict[str, Entry | None] = {}
_homes: dict[str, str] = {}


def entry(qualified: str) -> Entry | None:
    """What `qualified`, a dotted name that starts at the library's root, does; None if no table knows it.

    The longest known suffix decides, so that private and former submodules do not matter:
    ``sklearn.preprocessing._data.StandardScaler`` is found like ``sklearn.preprocessing.StandardScaler``.  A name that
    ends in ``Class.method`` is answered only where that method deviates from its class.
    """
    try:
        return _entries[qualified]
    except KeyError:
        found = _entries[qualified] = _found(qualified)
        return found


def method(kind: str, name: str) -> Entry | None:
    """What the method `name` does on a data value; `kind` is ``frame``, ``array``, ``tensor``, ``dataset`` or
    ``polars``.

    Raises KeyError for another kind.
    """
    methods: dict[str, Entry] = _table(_VALUES[kind]).METHODS
    return methods.get(name)


def known_name(bare: str) -> str | None:
    """The qualified name that `bare` almost certainly means in code that never imports it, or None.

    Only names that scikit-learn, imbalanced-learn or the boosting libraries made their own are answered:
    ``StandardScaler`` and ``train_test_split``, never words like ``scale``, ``shuffle`` or ``Model``.
    """
    if not _homes:
        from heldout.libraries.distinctive import homes

        _homes.update(homes())
    return _homes.get(bare)


def star_import(module: str, bare: str) -> str | None:
    """The qualified name that ``from module import *`` binds `bare` to, or None if it binds no such name.

    Exact for the modules of scikit-learn and imbalanced-learn; elsewhere a name of the root's table counts as exported.
    """
    root = module.partition(".")[0]
    if root not in ROOTS:
        return None
    if ROOTS[root] in {"sklearn", "imblearn"}:
        from heldout.libraries.sklearn_modules import MODULES

        if module in MODULES:
            return f"{module}.{bare}" if bare in MODULES[module].split() else None
    names: dict[str, Entry] = _table(ROOTS[root]).NAMES
    inside = f"{module}.{bare}".partition(".")[2]
    if inside in names and (module != root or not hasattr(builtins, bare)):
        return f"{module}.{bare}"
    # A word like `sum` is exported by some submodule; taking it for this one's would hide the built-in function.
    distinct = bare[:1].isupper() or "_" in bare
    return f"{module}.{bare}" if distinct and bare in names else None


def watched(data: bytes) -> bool:
    """Whether a file's bytes import a library of machine learning or speak its language.

    Imports of numpy, pandas, scipy, plotting and the like do not count by themselves: nothing is learned there.
    """
    return _WATCHED.search(data) is not None


def _found(qualified: str) -> Entry | None:
    root, _, inside = qualified.partition(".")
    if root not in ROOTS:
        return None
    table = _table(ROOTS[root])
    names: dict[str, Entry] = table.NAMES
    members: dict[str, Entry] = getattr(table, "MEMBERS", {})
    flat = getattr(table, "FLAT", False)
    suffix = inside
    while suffix:
        found = names.get(f"{root}.{suffix}") or names.get(suffix) or members.get(suffix)
        if found is not None or not flat:
            return found
        suffix = suffix.partition(".")[2]
    return None


def _table(name: str) -> ModuleType:
    return import_module(f"heldout.libraries.{name}")


_PLAIN = frozenset(
    """random secrets pandas numpy cupy jax polars scipy pickle cPickle dill cloudpickle joblib matplotlib seaborn plotly h5py
    pywt ray aim sacred""".split()
)
_WATCHED = re.compile(
    # The run of an import statement ends with its line, or with the backslash of a line break written out in notebook JSON.
    rb"(?:import|from)[^\n\r\\]{0,120}?\b(?:" + "|".join(sorted(ROOTS.keys() - _PLAIN)).encode() + rb")\b"
    rb"|fit_(?:transform|predict|resample|sample|generator|on_texts)\b|train_test_split|cross_val(?:_score|_predict|idat)"
    rb"|\.(?:fit|predict|predict_proba|partial_fit|backward|zero_grad)\("
)
