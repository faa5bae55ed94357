"""Finding entries by name, guessing what a bare name means, and dismissing files."""

import subprocess
import sys

import pytest

from heldout.libraries import ROOTS, entry, known_name, method, star_import, watched


@pytest.mark.parametrize(
    "name",
    [
        "sklearn.preprocessing.StandardScaler",
        "sklearn.preprocessing._data.StandardScaler",
        "sklearn.preprocessing.data.StandardScaler",
        "cuml.preprocessing.StandardScaler",
    ],
)
def test_submodules_do_not_matter(name: str) -> None:
    """A class is found under its public, private, former and foreign homes alike."""
    assert entry(name) is entry("sklearn.preprocessing.StandardScaler")
    assert entry(name) is not None


@pytest.mark.parametrize("root", ["keras", "tensorflow.keras", "tf.keras", "tf_keras", "tensorflow.python.keras"])
def test_keras_is_found_under_all_its_roots(root: str) -> None:
    """Keras is one library, whichever package brought it."""
    dense = entry(f"{root}.layers.Dense")
    assert dense is not None
    assert dense.effect == "layer"


@pytest.mark.parametrize(
    "name", ["os.path.join", "sklearn.preprocessing", "sklearn.no.such.thing", "random.nothing", ""]
)
def test_unknown_names(name: str) -> None:
    """What no table knows is None, not an error."""
    assert entry(name) is None


def test_libraries_that_share_a_name_are_told_apart() -> None:
    """The same class name means what its own library says."""
    ordered = entry("feature_engine.encoding.OrdinalEncoder")
    plain = entry("category_encoders.ordinal.OrdinalEncoder")
    assert ordered is not None
    assert plain is not None
    assert (ordered.learns, plain.learns) == ("label", "vocabulary")


def test_functions_that_share_a_name_are_told_apart() -> None:
    """`train` takes its rows where the library at hand takes them."""
    found = {library: entry(f"{library}.train") for library in ("xgboost", "lightgbm", "catboost")}
    assert {library: one.parameters[:2] for library, one in found.items() if one} == {
        "xgboost": ("params", "dtrain"),
        "lightgbm": ("params", "train_set"),
        "catboost": ("pool", "params"),
    }
    assert entry("lightgbm.engine.train") is found["lightgbm"]


@pytest.mark.parametrize(
    ("bare", "qualified"),
    [
        ("train_test_split", "sklearn.model_selection.train_test_split"),
        ("cross_val_score", "sklearn.model_selection.cross_val_score"),
        ("StandardScaler", "sklearn.preprocessing.StandardScaler"),
        ("KFold", "sklearn.model_selection.KFold"),
        ("PCA", "sklearn.decomposition.PCA"),
        ("accuracy_score", "sklearn.metrics.accuracy_score"),
        ("SMOTE", "imblearn.over_sampling.SMOTE"),
        ("XGBClassifier", "xgboost.XGBClassifier"),
        ("LGBMRegressor", "lightgbm.LGBMRegressor"),
        ("CatBoostClassifier", "catboost.CatBoostClassifier"),
        ("Pipeline", "sklearn.pipeline.Pipeline"),
    ],
)
def test_distinctive_names(bare: str, qualified: str) -> None:
    """A distinctive name tells its library even without an import, and the name it stands for has an entry."""
    assert known_name(bare) == qualified
    assert entry(qualified) is not None


@pytest.mark.parametrize(
    "bare",
    "shuffle resample scale split Model Dense Normalizer clone auc chi2 Dataset Pool Booster train cv normalize".split(),
)
def test_ordinary_words_tell_nothing(bare: str) -> None:
    """Words that programs use for their own things are not taken for a library's."""
    assert known_name(bare) is None


@pytest.mark.parametrize(
    ("module", "bare", "expected"),
    [
        ("sklearn.preprocessing", "StandardScaler", "sklearn.preprocessing.StandardScaler"),
        ("sklearn.preprocessing", "SVC", None),
        ("sklearn.svm", "SVC", "sklearn.svm.SVC"),
        ("imblearn.over_sampling", "SMOTE", "imblearn.over_sampling.SMOTE"),
        ("tensorflow.keras.layers", "Dense", "tensorflow.keras.layers.Dense"),
        ("torch.nn", "Linear", "torch.nn.Linear"),
        ("torch.nn", "sum", None),
        ("torch.nn", "max", None),
        ("os.path", "join", None),
    ],
)
def test_star_imports(module: str, bare: str, expected: str | None) -> None:
    """A star import binds what its module exports, and never hides a built-in function."""
    assert star_import(module, bare) == expected


@pytest.mark.parametrize(
    "source",
    [
        b"import sklearn",
        b"from sklearn.svm import SVC\n",
        b"import numpy as np, torch\n",
        b"    import tensorflow as tf",
        b'{"source": ["import xgboost as xgb\\n", "x = 1"]}',
        b"torch = importlib.import_module('torch')",
        b"model.fit(X, y)",
        b"X = scaler.fit_transform(X)",
        b"a, b = train_test_split(x)",
        b"loss.backward()",
        b"cross_validate(model, X, y)",
    ],
)
def test_watched(source: bytes) -> None:
    """A file that imports a learning library or speaks its language is read."""
    assert watched(source)


@pytest.mark.parametrize(
    "source",
    [
        b"",
        b"import os\nprint('fit for purpose')\n",
        b"import numpy as np\nx = np.zeros(3)\n",
        b"import pandas as pd\ndf = pd.read_csv('a.csv')\n",
        b"# this module imports nothing\nsplit = 'torch'\n",
        b"import random\nrandom.shuffle(cards)\n",
        b"important = 1\n",
    ],
)
def test_not_watched(source: bytes) -> None:
    """A file without machine learning is dismissed."""
    assert not watched(source)


def test_methods_of_data_sets_and_tensors() -> None:
    """Methods of data values are found by the kind of value."""
    split, mean = method("dataset", "train_test_split"), method("tensor", "mean")
    assert split is not None
    assert mean is not None
    assert (split.effect, mean.effect) == ("split", "reduce")
    assert method("tensor", "no_such_method") is None


def test_no_table_is_imported_before_it_is_needed() -> None:
    """Dismissing a file and asking about another library leave a table unread."""
    script = (
        "import sys, heldout.libraries as libraries;"
        "libraries.watched(b'import torch'); libraries.entry('random.random');"
        "print(sorted(name for name in sys.modules if name.startswith('heldout.libraries.')))"
    )
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert out.strip() == str(["heldout.libraries.listing", "heldout.libraries.randomness", "heldout.libraries.table"])


def test_every_root_names_a_table() -> None:
    """The libraries a table says it serves are the roots that lead to it."""
    assert ROOTS["sklearn"] == "sklearn"
    assert ROOTS["tf"] == "keras"
    assert ROOTS["umap"] == "encoders"
