"""Boosting that watches rows while it grows: which of them stop it, and what asks for that."""

import ast

from heldout.reading.call import Call, is_on
from heldout.reading.facts import tables_in, word_of
from heldout.reading.values import Learner, Listing, Mapping, Table, Value

#: Parameters that hand over evaluation sets, several in a row or one.
SETS = ("eval_set", "valid_sets", "evals")
#: Arguments that stop the growth, or go back to the best number of trees.
_STOPPING = (
    "early_stopping_rounds",
    "early_stopping_round",
    "early_stopping",
    "n_iter_no_change",
    "use_best_model",
    "od_wait",
    "od_type",
)


def evaluation_set(call: Call, name: str, value: Value) -> tuple[Value, str]:
    """The rows of the evaluation set that decides, and what the program calls them.

    XGBoost and CatBoost look at the last set; LightGBM at each that is not the training set.
    """
    node = call.written(name)
    sets = _one_by_one(value, node)
    if _is_lightgbm(call):
        trained = tables_in(call.argument("X", 0) if call.entry is None else call.argument("train_set", 1))
        others = [one for one in sets if not (trained and _holds(one[0], trained[0]))]
        sets = others or sets
    decides, written = sets[-1]
    if isinstance(decides, Listing) and decides.items:
        word = word_of(written.elts[0]) if isinstance(written, ast.Tuple | ast.List) and written.elts else ""
        return decides.items[0], word
    return decides, word_of(written)


def _one_by_one(value: Value, node: ast.expr | None) -> list[tuple[Value, ast.expr | None]]:
    """The evaluation sets as they are written: one (a table, or a pair of rows and truth) or a list of those."""
    pair = isinstance(value, Listing) and value.kind == "tuple" and any(isinstance(item, Table) for item in value.items)
    if not isinstance(value, Listing) or not value.items or pair:
        return [(value, node)]
    written = node.elts if isinstance(node, ast.List | ast.Tuple) and len(node.elts) == len(value.items) else None
    return [(item, written[number] if written is not None else None) for number, item in enumerate(value.items)]


def _holds(one: Value, trained: Table) -> bool:
    tables = tables_in(one)
    return bool(tables) and tables[0].rows is trained.rows


def _is_lightgbm(call: Call) -> bool:
    learner = call.receiver
    return isinstance(learner, Learner) and (learner.name.startswith("LGBM") or call.name.startswith("lightgbm"))


def stopping(call: Call) -> list[str]:
    """The arguments of a fit, of its learner or among its parameters that let the watched rows decide."""
    learner = call.receiver
    given: list[dict[str, Value]] = [call.keywords]
    if isinstance(learner, Learner):
        given.append(learner.arguments)
    params = call.argument("params", 0) if call.entry is not None else None
    if isinstance(params, Mapping):
        given.append({name: item for name, item in params.items.items() if isinstance(name, str)})
    found = [name for name in _STOPPING if any(is_on(arguments.get(name)) for arguments in given)]
    # CatBoost goes back to its best number of trees wherever it is given an evaluation set, unless told not to.
    named = isinstance(learner, Learner) and learner.name.startswith("CatBoost")
    if named and not any("use_best_model" in arguments for arguments in given):
        found.append("use_best_model")
    refused = [arguments["use_best_model"] for arguments in given if "use_best_model" in arguments]
    if named and refused and not any(is_on(value) for value in refused):
        return []
    return found
