"""Boosting that watches rows: which of them stop it."""

from collections.abc import Callable
from textwrap import dedent

import pytest

from heldout.events import Fit
from heldout.trace import Trace

Read = Callable[[str], Trace]
PARTS = """
import lightgbm as lgb, xgboost as xgb
from catboost import CatBoostClassifier, Pool
from lightgbm import LGBMClassifier
from xgboost import XGBClassifier
train, test = (xgb.DMatrix(X_train, y_train), xgb.DMatrix(X_test, y_test))
known, new = (lgb.Dataset(X_train, y_train), lgb.Dataset(X_test, y_test))
"""


def watched(trace: Trace) -> tuple[str, tuple[str, ...]]:
    """The rows that the last fit watched, and what chose by them."""
    *_, fit = trace.of(Fit)
    return str(fit.validation.rows) if fit.validation is not None else "", fit.watchers


@pytest.mark.parametrize(
    ("fit", "rows", "watchers"),
    [
        ("XGBClassifier().fit(X_train, y_train, eval_set=[(X_train, y_train), (X_test, y_test)], early_stopping_rounds=9)", "X_test", "early_stopping_rounds"),
        ("XGBClassifier(early_stopping_rounds=9).fit(X_train, y_train, eval_set=[(X_test, y_test), (X_train, y_train)])", "X_train", "early_stopping_rounds"),
        ("XGBClassifier(early_stopping_rounds=None).fit(X_train, y_train, eval_set=[(X_test, y_test)])", "X_test", ""),
        ("XGBClassifier().set_params(early_stopping_rounds=9).fit(X_train, y_train, eval_set=[(X_test, y_test)])", "X_test", "early_stopping_rounds"),
        ("XGBClassifier(**{'early_stopping_rounds': 9}).fit(X_train, y_train, eval_set=[(X_test, y_test)])", "X_test", "early_stopping_rounds"),
        ("XGBClassifier().fit(X_train, y_train, **{'eval_set': [(X_test, y_test)], 'early_stopping_rounds': 9})", "X_test", "early_stopping_rounds"),
        ("XGBClassifier(callbacks=[xgb.callback.EarlyStopping(9)]).fit(X_train, y_train, eval_set=[(X_test, y_test)])", "X_test", "EarlyStopping"),
        ("xgb.train({}, train, 99, evals=[(train, 'a'), (test, 'b')], early_stopping_rounds=9)", "X_test", "early_stopping_rounds"),
        ("xgb.train({}, train, 99, [(train, 'a'), (test, 'b')], early_stopping_rounds=9)", "X_test", "early_stopping_rounds"),
        ("xgb.train({}, train, 99, evals=[(test, 'b')])", "X_test", ""),
        ("lgb.train({}, known, 99, valid_sets=[known, new], callbacks=[lgb.early_stopping(9)])", "X_test", "early_stopping"),
        ("lgb.train({}, known, 99, valid_sets=[new, known], callbacks=[lgb.early_stopping(9)])", "X_test", "early_stopping"),
        ("lgb.train({}, known, 99, [new], callbacks=[lgb.early_stopping(9)])", "X_test", "early_stopping"),
        ("lgb.train({'early_stopping_round': 9}, known, 99, valid_sets=new)", "X_test", "early_stopping_round"),
        ("LGBMClassifier().fit(X_train, y_train, eval_set=[(X_test, y_test), (X_train, y_train)], callbacks=[lgb.early_stopping(9)])", "X_test", "early_stopping"),
        ("LGBMClassifier().fit(X_train, y_train, eval_set=[(X_test, y_test)], callbacks=[lgb.log_evaluation(9)])", "X_test", ""),
        ("CatBoostClassifier().fit(X_train, y_train, eval_set=(X_test, y_test))", "X_test", "use_best_model"),
        ("CatBoostClassifier().fit(Pool(X_train, y_train), eval_set=Pool(X_test, y_test))", "X_test", "use_best_model"),
        ("CatBoostClassifier(use_best_model=False).fit(X_train, y_train, eval_set=(X_test, y_test))", "X_test", ""),
        ("HistGradientBoostingClassifier(early_stopping=True).fit(X_train, y_train, X_val=X_test, y_val=y_test)", "X_test", "early_stopping"),
        ("HistGradientBoostingClassifier(early_stopping=True).fit(X_train, y_train)", "", "early_stopping"),
    ],
)  # fmt: skip
def test_what_stops_boosting(read: Read, fit: str, rows: str, watchers: str) -> None:
    """The last evaluation set drives XGBoost and CatBoost, any but the training set LightGBM, if anything is to stop it."""
    assert watched(read(PARTS + fit)) == (rows, (watchers,) if watchers else ())


def test_best_score_of_boosting_is_on_watched_rows(read: Read) -> None:
    """The best score that a stopped model tells is a figure on the rows that stopped it."""
    trace = read(
        PARTS
        + dedent("""
        model = XGBClassifier(early_stopping_rounds=9).fit(X_train, y_train, eval_set=[(X_test, y_test)])
        print(model.best_score)
    """)
    )
    (score,) = trace.scores
    assert (str(score.rows), score.reported) == ("X_test", True)
