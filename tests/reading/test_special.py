from collections.abc import Callable
from typing import Any

import pytest

from heldout.events import Choose, Fit, Score
from heldout.rows import LIKELY, NO, meets
from heldout.trace import Trace

Read = Callable[[str], Trace]
See = Callable[[str, str], Any]
TORCH = """
import torch
from torch.utils.data import TensorDataset, DataLoader, Subset, ConcatDataset, SubsetRandomSampler
tensor = torch.tensor(df.values)
dataset = TensorDataset(tensor, tensor[:, 0])
order = np.random.permutation(len(df))
"""


@pytest.mark.parametrize(
    ("expression", "rows"),
    [
        ("tensor", "read_csv@1"),
        ("dataset", "read_csv@1"),
        ("Subset(dataset, order[:5])", "read_csv@1 / [:5]"),
        ("DataLoader(Subset(dataset, order[5:]), batch_size=4)", "read_csv@1 / [5:]"),
        ("DataLoader(dataset, sampler=SubsetRandomSampler(order[:5]))", "read_csv@1 / [:5]"),
        (
            "ConcatDataset([Subset(dataset, order[:5]), Subset(dataset, order[5:])])",
            "(read_csv@1 / [:5] + read_csv@1 / [5:])",
        ),
        ("[batch for batch, target in DataLoader(dataset)][0]", "read_csv@1"),
    ],
)
def test_torch_data_sets(seen: See, expression: str, rows: str) -> None:
    """Data sets and loaders hold the rows of the arrays that they were made of, or those of their positions."""
    assert seen(TORCH, expression).rows == rows


def test_own_data_set(seen: See) -> None:
    """A data set of the program's own class holds the rows and columns of its fields."""
    program = """
        import torch
        class Rows(torch.utils.data.Dataset):
            def __init__(self, d): self.x, self.y = d[["a"]], d["y"]
            def __len__(self): return len(self.x)
            def __getitem__(self, i): return self.x[i], self.y[i]
        loader = torch.utils.data.DataLoader(Rows(df[:5]))
    """
    found = seen(program, "loader")
    assert (found.rows, found.columns) == ("read_csv@1 / [:5]", "a, y")


@pytest.mark.parametrize(("options", "answer"), [("", LIKELY), (", reshuffle_each_iteration=False", NO)])
def test_take_and_skip_of_a_shuffled_data_set(seen: See, options: str, answer: str) -> None:
    """Two ranges of a data set that is shuffled anew at each use probably share rows; shuffled once, they do not."""
    program = f"import tensorflow as tf\nd = tf.data.Dataset.from_tensor_slices(df.values).shuffle(9{options})"
    left, right = seen(program, "np.concatenate([d.take(80), d.skip(80)])").data.rows.members
    assert meets(left, right) == answer


def test_saved_model_is_brought_back(read: Read) -> None:
    """A model that the program stored at a path and reads from there is the model in the state in which it was stored."""
    for program in (
        "import joblib\njoblib.dump(m, 'm.bin')\nn = joblib.load('m.bin')",
        "import pickle\nwith open('m.bin', 'wb') as f: pickle.dump(m, f)\nwith open('m.bin', 'rb') as f: n = pickle.load(f)",
    ):
        trace = read(f"m = SVC().fit(X, y)\n{program}\nn.score(Z, z)")
        (fit,) = trace.of(Fit)
        (score,) = trace.of(Score)
        assert score.fits == (fit,)


def test_boosting_by_a_function(read: Read) -> None:
    """A boosting library's training function fits on its data set, and tells what it watches."""
    program = """
        import xgboost as xgb
        d, v = xgb.DMatrix(X, y), xgb.DMatrix(V, w)
        b = xgb.train({}, d, evals=[(d, "train"), (v, "valid")], early_stopping_rounds=5)
        accuracy_score(z, b.predict(xgb.DMatrix(Z)))
    """
    trace = read(program)
    (fit,) = trace.of(Fit)
    assert str(fit.rows) == "X"
    assert str(fit.validation.rows) == "V"  # type: ignore[union-attr]
    assert fit.watchers == ("early_stopping_rounds",)
    *_, score = trace.of(Score)
    assert (score.fits, str(score.rows)) == ((fit,), "Z")


def test_objective_of_a_study_is_a_search(read: Read) -> None:
    """A study runs its objective, whose figure chooses; the best value is that figure."""
    program = """
        import optuna
        def objective(trial):
            return SVC(C=trial.suggest_float("C", 0, 1)).fit(X, y).score(V, v)
        study = optuna.create_study()
        study.optimize(objective, n_trials=5)
    """
    (choice,) = read(program).of(Choose)
    assert (choice.what, [str(judge.rows) for judge in choice.judges]) == ("search", ["V"])


def test_permuted_positions(seen: See) -> None:
    """Positions in a random order pick the same rows; two ranges of them are disjoint, one of another order is not."""
    program = "i, j = np.random.permutation(len(df)), np.random.permutation(len(df))"
    for one, other, answer in (("i[:80]", "i[80:]", NO), ("i[:80]", "j[80:]", LIKELY)):
        left, right = seen(program, f"np.concatenate([df.values[{one}], df.values[{other}]])").data.rows.members
        assert meets(left, right) == answer
