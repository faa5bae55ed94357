import pytest

from heldout.columns import Columns
from heldout.events import Data
from heldout.reading import read
from heldout.rows import RowSpace
from heldout.text.source import source_from_bytes

BEFORE = 'df = pd.read_csv("a.csv")\n'


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("pd.read_csv('b.csv')", "Load      read_csv(b.csv) -> read_csv@2"),
        ("df.mean()", "Statistic mean of df [read_csv@1; all columns] (value)"),
        (
            "a, b = train_test_split(df, random_state=0)",
            "Split     train_test_split(df [read_csv@1; all columns]) -> a, b",
        ),
        ("s = PCA()\ns.fit(df[['a']])", "Fit       s.fit(df [read_csv@1; a])"),
        (
            "SVC().fit(df[['a']], df['y'])",
            'Fit       SVC.fit(df [read_csv@1; a]) target df["y"] [read_csv@1; y]',
        ),
        (
            "SVC().fit(df[['a']], eval_set=[(df[:5], 0)], early_stopping_rounds=3)",
            "Fit       SVC.fit(df [read_csv@1; a]) watching df [read_csv@1 / [:5]; all columns] by early_stopping_rounds",
        ),
        ("StandardScaler().transform(df)", "Transform StandardScaler applied to df [read_csv@1; all columns]"),
        ("SVC().predict(df)", "Predict   SVC applied to df [read_csv@1; all columns]"),
        ("SVC().score(df, df['y'])", "Score     SVC.score on df [read_csv@1; all columns]"),
        (
            "cross_val_score(SVC(), df)",
            "Score     cross_val_score on df [read_csv@1 / test fold; all columns] by folds",
        ),
        (
            "df.sample(9, replace=True)",
            "Resample  sample of df [read_csv@1; all columns] -> read_csv@1 / sample (copy)",
        ),
        ("GridSearchCV(SVC(), {}).fit(df)", "Choose    search by df [read_csv@1; all columns]"),
        ("np.random.seed(0)", "Seed      numpy.random.seed seeds numpy"),
        ("np.random.rand(3)", "Draw      numpy.random.rand from the global generator of numpy"),
    ],
)
def test_event_in_words(line: str, told: str) -> None:
    """An event tells in one line what happens to which rows and columns, in the program's words."""
    source = source_from_bytes("program.py", (BEFORE + line).encode())
    *_, event = read(source, source.parse()).events
    assert event.describe() == told


def test_data_without_a_name() -> None:
    """Data that the program does not name are told as rows."""
    data = Data(RowSpace().base("load", "read_csv@1"), Columns("load"))
    assert str(data) == "rows [read_csv@1; all columns]"
    assert data.learned == frozenset()
