"""A micro average over rows of one class each is the accuracy under another name.

## Why it matters

Micro averaging counts hits and misses of all classes together. Where each row has exactly one class, a row that is missed
is a false negative of its own class and a false positive of another, so that precision, recall and F1 are all the share
of rows that are right: the accuracy. Who reads "F1" expects a figure that rare classes can pull down, and gets one that
the largest class decides.

```python bad
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score, precision_score
from sklearn.model_selection import train_test_split

birds = pd.read_csv("birds.csv")
X_train, X_test, y_train, y_test = train_test_split(birds[["wing", "weight"]], birds["species"], random_state=0)
answers = RandomForestClassifier(random_state=0).fit(X_train, y_train).predict(X_test)
print("F1", f1_score(y_test, answers, average="micro"))  # finding
print("precision", precision_score(y_test, answers, average="micro"))
```

Each class counts alike, or by its rows.

```python good
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

birds = pd.read_csv("birds.csv")
X_train, X_test, y_train, y_test = train_test_split(birds[["wing", "weight"]], birds["species"], random_state=0)
answers = RandomForestClassifier(random_state=0).fit(X_train, y_train).predict(X_test)
print(f1_score(y_test, answers, average="macro"), f1_score(y_test, answers, average="weighted"))
```

Of rows with several labels, and of some of the classes, a micro average is a figure of its own.

```python good
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

songs = pd.read_csv("songs.csv")
moods = songs[["calm", "sad", "wild"]]
X_train, X_test, y_train, y_test = train_test_split(songs[["tempo", "volume"]], moods, random_state=0)
answers = RandomForestClassifier(random_state=0).fit(X_train, y_train).predict(X_test)
print(f1_score(y_test, answers, average="micro"))
```

```python good
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

words = pd.read_csv("words.csv")
X_train, X_test, y_train, y_test = train_test_split(words[["length", "case"]], words["entity"], random_state=0)
answers = RandomForestClassifier(random_state=0).fit(X_train, y_train).predict(X_test)
print(f1_score(y_test, answers, average="micro", labels=["person", "place"]))
```

## Better

`average="macro"` counts each class alike, `average="weighted"` by its rows. Where the share of right answers is what
counts, `accuracy_score` says so.

## References

- https://scikit-learn.org/stable/modules/model_evaluation.html
- https://scikit-learn.org/stable/modules/generated/sklearn.metrics.f1_score.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Pairing, Rule, Trace

_AVERAGED = frozenset({"f1_score", "precision_score", "recall_score", "fbeta_score"})


class MicroAverageIsAccuracy(Rule):
    code = "HLD413"
    level = "advice"
    needs = ("sklearn",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for score in trace.scores:
            pair = score.pairing
            if pair is None or score.learner in told or not _is_accuracy(pair):
                continue
            told.add(score.learner)
            yield self.finding(
                score,
                f'`{score.function}` with `average="micro"` is the accuracy here: '
                "each row has one class, so that the average counts the rows that are right",
            )


def _is_accuracy(pair: Pairing) -> bool:
    """Whether all classes of a truth with one class a row are counted together."""
    counted = pair.function.startswith("sklearn.") and pair.function.rpartition(".")[2] in _AVERAGED
    given = pair.options
    return (
        counted
        and pair.single
        and pair.labels is not None
        and given.get("average") == "micro"
        and not given.get("labels")
    )
