"""Compare the tables of scikit-learn and imbalanced-learn with the installed libraries.

``python scripts/check_tables.py`` prints each disagreement on a line of its own and exits with 1 if there is any.
Run it when a new version of scikit-learn or imbalanced-learn appears.
"""

import importlib
import inspect
import pkgutil
import sys
import warnings
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

from heldout.libraries import imblearn as imblearn_table
from heldout.libraries import sklearn as sklearn_table
from heldout.libraries import sklearn_modules, sklearn_older
from heldout.libraries.table import EFFECTS, FLAGS, LEARNING_KINDS, Entry

_PRIVATE = {"tests", "conftest", "externals", "experimental"}
_DEEPER = (
    "sklearn.feature_extraction.text",
    "sklearn.feature_extraction.image",
    "sklearn.gaussian_process.kernels",
    "sklearn.metrics.pairwise",
    "sklearn.metrics.cluster",
    "sklearn.utils.class_weight",
    "sklearn.utils.extmath",
    "sklearn.utils.metaestimators",
    "sklearn.utils.multiclass",
    "sklearn.utils.parallel",
    "sklearn.utils.random",
    "sklearn.utils.sparsefuncs",
    "sklearn.utils.validation",
)
#: Exported, but of no use in programs.
_INTERNAL = {"csr_matmul_csr_to_dense", "parse"}
_POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
_LISTED_AS_CLASS = {
    "transformer",
    "clusterer",
    "detector",
    "predictor",
    "wrapper",
    "search",
    "sampler",
    "pipeline",
    "union",
}
#: Effects whose arguments say nothing about rows.
_ONLY_KNOWN = {"known", "kernel", "callback"}

Exports = dict[str, Any]


def disagreements() -> list[str]:
    """Every way in which the tables and the installed libraries differ, one sentence each."""
    with warnings.catch_warnings():
        # Looking at everything touches what is deprecated.
        warnings.simplefilter("ignore")
        return _disagreements()


def _disagreements() -> list[str]:
    sklearn_exports, imblearn_exports = _exports("sklearn"), _exports("imblearn")
    found = list(_form("sklearn", sklearn_table.NAMES)) + list(_form("imblearn", imblearn_table.NAMES))
    found += _absent("sklearn", sklearn_exports, sklearn_table.NAMES)
    found += _absent("imblearn", imblearn_exports, imblearn_table.NAMES)
    found += _invented("sklearn", sklearn_exports, sklearn_table.NAMES, sklearn_older.OLDER)
    found += _invented("imblearn", imblearn_exports, imblearn_table.NAMES, imblearn_table.OLDER)
    for exports, names in ((sklearn_exports, sklearn_table.NAMES), (imblearn_exports, imblearn_table.NAMES)):
        for name in sorted(exports.keys() & names.keys()):
            found += _signature(name, exports[name], names[name])
            found += _abilities(name, exports[name], names[name])
    found += _members(sklearn_exports)
    found += _modules()
    return found


def _submodules(root: str) -> Iterator[ModuleType]:
    package = importlib.import_module(root)
    yield package
    for found in pkgutil.iter_modules(package.__path__):
        if not found.name.startswith("_") and found.name not in _PRIVATE:
            yield importlib.import_module(f"{root}.{found.name}")
    for name in _DEEPER:
        if name.startswith(f"{root}."):
            yield importlib.import_module(name)


def _public(module: ModuleType) -> Exports:
    names = getattr(module, "__all__", None) or [
        name
        for name, value in vars(module).items()
        if str(getattr(value, "__module__", "")).startswith(module.__name__)
    ]
    found = {name: getattr(module, name, None) for name in names if not name.startswith("_")}
    return {name: value for name, value in found.items() if callable(value)}


def _exports(root: str) -> Exports:
    if root == "sklearn":
        # These imports make the experimental classes visible.
        importlib.import_module("sklearn.experimental.enable_halving_search_cv")
        importlib.import_module("sklearn.experimental.enable_iterative_imputer")
    discovery = importlib.import_module("sklearn.utils.discovery")
    found: Exports = {}
    for module in _submodules(root):
        found |= _public(module)
    if root == "sklearn":
        found |= dict(discovery.all_functions()) | dict(discovery.all_displays()) | dict(discovery.all_estimators())
    return found


def _form(library: str, names: dict[str, Entry]) -> Iterator[str]:
    for name, entry in names.items():
        if entry.effect not in EFFECTS:
            yield f"{library} {name}: the effect {entry.effect!r} is not in EFFECTS"
        if entry.learns not in LEARNING_KINDS:
            yield f"{library} {name}: the learning kind {entry.learns!r} is not in LEARNING_KINDS"
        if not entry.flags <= FLAGS.keys():
            yield f"{library} {name}: flags {sorted(entry.flags - FLAGS.keys())} are not in FLAGS"


def _absent(library: str, exports: Exports, names: dict[str, Entry]) -> list[str]:
    return [
        f"{library} exports {name}, the table lacks it" for name in sorted(exports.keys() - names.keys() - _INTERNAL)
    ]


def _invented(library: str, exports: Exports, names: dict[str, Entry], older: dict[str, Entry]) -> list[str]:
    elsewhere = (
        {"ValueDifferenceMetric", "parametrize_with_checks", "show_versions"} if library == "imblearn" else set()
    )
    surplus = names.keys() - older.keys() - exports.keys() - elsewhere
    found = [f"{library} has no {name}, and it is not among the older names" for name in sorted(surplus)]
    returned = exports.keys() & older.keys()
    return found + [f"{library} has {name} today, yet it is among the older names" for name in sorted(returned)]


def _parameters(name: str, function: Callable[..., Any]) -> list[inspect.Parameter] | None:
    try:
        return list(inspect.signature(function).parameters.values())
    except ValueError:
        # Compiled classes without a signature: nothing to compare with.
        return None


def _signature(name: str, function: Callable[..., Any], entry: Entry) -> Iterator[str]:
    parameters = _parameters(name, function)
    if parameters is None:
        return
    order = [one.name for one in parameters if one.kind is not inspect.Parameter.VAR_POSITIONAL]
    # Parameters that are keyword-only now were positional once, in the same order.
    if list(entry.parameters) != order[: len(entry.parameters)]:
        yield f"{name}: takes {order}, the table says {list(entry.parameters)}"
    positional = [one.name for one in parameters if one.kind in _POSITIONAL]
    if entry.effect not in _ONLY_KNOWN and len(entry.parameters) < min(len(positional), 3):
        yield f"{name}: takes {positional} by position, the table says {list(entry.parameters)}"
    arguments = {condition[0] for condition in entry.draws_when} | {rule[0] for rule in entry.when}
    if entry.seeded_by:
        arguments.add(entry.seeded_by)
    if not any(one.kind is inspect.Parameter.VAR_KEYWORD for one in parameters) and not arguments <= set(order):
        yield f"{name}: has no parameters {sorted(arguments - set(order))}"


def _abilities(name: str, function: Any, entry: Entry) -> Iterator[str]:
    if not inspect.isclass(function) or entry.effect not in _LISTED_AS_CLASS:
        return
    if entry.effect in {"predictor", "clusterer", "detector"}:
        probabilistic = hasattr(function, "predict_proba")
        if probabilistic is not ("probabilistic" in entry.flags):
            yield f"{name}: predict_proba is {'there' if probabilistic else 'missing'}, the table says otherwise"
    if not inspect.signature(function).parameters.get("random_state") and entry.seeded_by:
        yield f"{name}: takes no random_state, the table says it draws"
    if "nested" in entry.flags or _needs_arguments(function):
        # What it accepts is for its members to say.
        return
    accepts = importlib.import_module("sklearn.utils").get_tags(function()).input_tags.allow_nan
    if accepts is not ("accepts-missing" in entry.flags):
        yield f"{name}: accepts missing values: {accepts}, the table says otherwise"


def _needs_arguments(function: Callable[..., Any]) -> bool:
    parameters = inspect.signature(function).parameters.values()
    return any(one.default is one.empty and one.kind is not one.VAR_KEYWORD for one in parameters)


def _members(exports: Exports) -> Iterator[str]:
    for name, entry in sklearn_table.MEMBERS.items():
        owner, _, method = name.partition(".")
        function = getattr(exports[owner], method, None)
        if function is None:
            yield f"{owner} has no method {method}"
            continue
        parameters = _parameters(name, function)
        if entry.parameters and parameters is not None:
            order = [one.name for one in parameters][: len(entry.parameters)]
            if order != list(entry.parameters):
                yield f"{name}: takes {order}, the table says {list(entry.parameters)}"


def _modules() -> Iterator[str]:
    for root in ("sklearn", "imblearn"):
        for module in _submodules(root):
            exported = _public(module).keys()
            listed = set(sklearn_modules.MODULES.get(module.__name__, "").split())
            if exported != listed:
                yield f"{module.__name__}: sklearn_modules differs in {sorted(exported ^ listed)}"


def main() -> int:
    """Print the disagreements; 1 if there are any."""
    found = disagreements()
    for sentence in found:
        print(sentence)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
