from collections.abc import Callable

import pytest

from heldout.events import Fit
from heldout.events.records import Log
from heldout.trace import Trace

Read = Callable[[str], Trace]
BEFORE = """
import json, numpy as np, pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
table = pd.read_csv("a.csv")
seen, unseen = train_test_split(table, random_state=1)
model = Ridge().fit(seen[["a", "b"]], seen["y"])
figure = model.score(unseen[["a", "b"]], unseen["y"])
"""


def logs(read: Read, program: str) -> list[tuple[str, tuple[str, ...]]]:
    """What a program keeps: where, and of what kind."""
    return [(event.tracker, event.what) for event in read(f"{BEFORE}{program}\n").of(Log)]


@pytest.mark.parametrize(
    ("program", "tracker"),
    [
        ("import mlflow\nmlflow.log_metric('r2', figure)", "mlflow"),
        ("from mlflow.tracking import MlflowClient\nMlflowClient().log_metric('id', 'r2', figure)", "mlflow"),
        ("import wandb\nwandb.log({'r2': figure})", "wandb"),
        ("import neptune\nrun = neptune.init_run()\nrun['r2'].append(figure)", "neptune"),
        ("import neptune\nrun = neptune.init_run()\nrun['r2'] = figure", "neptune"),
        ("import aim\nrun = aim.Run()\nrun.track(figure, name='r2')", "aim"),
        ("from dvclive import Live\nwith Live() as live:\n    live.log_metric('r2', figure)", "dvclive"),
        ("with open('r.json', 'w') as file:\n    json.dump({'r2': figure}, file)", "file"),
        ("with open('r.txt', 'w') as file:\n    file.write(f'r2: {figure}')", "file"),
        ("with open('r.txt', 'w') as file:\n    print(figure, file=file)", "file"),
        ("pd.DataFrame({'r2': [figure]}).to_csv('r.csv')", "file"),
    ],
)
def test_figures_are_followed_to_where_they_are_kept(read: Read, program: str, tracker: str) -> None:
    """A figure that goes to a tracker or a file is told, with the figure, whichever way it is written."""
    trace = read(f"{BEFORE}{program}\n")
    told = [event for event in trace.of(Log) if "metrics" in event.what]
    assert [event.tracker for event in told] == [tracker]
    assert [score.function for score in told[0].scores] == ["Ridge.score"]


def test_a_run_is_begun(read: Read) -> None:
    """What begins a run is told, with what the tracker notes by itself then."""
    assert logs(read, "import wandb\nwandb.init(config={'alpha': 1})") == [("wandb", ("run", "parameters", "versions"))]
    assert logs(read, "import mlflow\nmlflow.start_run()") == [("mlflow", ("run",))]


def test_models_that_are_logged_are_named(read: Read) -> None:
    """A model that goes to a tracker is named by the events of its training."""
    trace = read(f"{BEFORE}import mlflow\nmlflow.sklearn.log_model(model, name='m')\n")
    (event,), (fit,) = trace.of(Log), trace.of(Fit)
    assert event.what == ("models",)
    assert event.learners == (fit.learner,)


def test_what_is_only_shown_is_not_kept(read: Read) -> None:
    """Printing, and appending to a list, keep nothing beyond the run."""
    assert logs(read, "kept = []\nkept.append(figure)\nprint(figure)") == []
