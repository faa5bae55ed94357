from collections.abc import Callable

import pytest

from heldout.events import Fit
from heldout.trace import Trace

Read = Callable[[str], Trace]

PROGRAM = """
from skorch import NeuralNetClassifier
from skorch.callbacks import Checkpoint, EarlyStopping
from skorch.dataset import Dataset
from skorch.helper import predefined_split
df, held = pd.read_csv("a.csv"), pd.read_csv("b.csv")
"""


@pytest.mark.parametrize(
    ("arguments", "watched", "watchers"),
    [
        ("callbacks=[EarlyStopping()]", None, ("EarlyStopping",)),
        ("train_split=None", None, ()),
        ("train_split=predefined_split(Dataset(held, held))", "read_csv@6", ()),
        ("train_split=predefined_split(held), callbacks=[('stop', EarlyStopping())]", "read_csv@6", ("EarlyStopping",)),
        ("train_split=predefined_split(held), callbacks=[EarlyStopping(monitor='train_loss')]", "read_csv@6", ()),
        ("train_split=predefined_split(held), callbacks=[Checkpoint(load_best=True)]", "read_csv@6", ("Checkpoint",)),
        ("train_split=predefined_split(held), callbacks=[Checkpoint()]", "read_csv@6", ()),
    ],
)
@pytest.mark.parametrize("around", ["{}", "make_pipeline(StandardScaler(), {})"])
def test_rows_that_a_network_watches(
    read: Read, arguments: str, watched: str | None, watchers: tuple[str, ...], around: str
) -> None:
    """A network watches rows of its own fit, or those that it is handed, and only then do callbacks choose by them."""
    made = around.format(f"NeuralNetClassifier(Network, {arguments})")
    (fit,) = read(f"{PROGRAM}\n{made}.fit(df, df)\n").of(Fit)
    assert (str(fit.validation.rows) if fit.validation else None) == watched
    if watched is not None:
        assert fit.watchers == watchers
