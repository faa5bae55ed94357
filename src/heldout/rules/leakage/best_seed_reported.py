"""The best of several seeds is what is reported.

## Why it matters

Seeds differ by luck alone. The best of twenty is as good as the luckiest of twenty, and says nothing of what the model, or
a split of new data, will give. What is worth telling is the mean over the seeds and how far they lie apart.

```python bad
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

wine = pd.read_csv("wine.csv")
inputs, grade = wine.drop(columns=["grade"]), wine["grade"]
best = 0.0
for seed in range(50):
    a, b, ya, yb = train_test_split(inputs, grade, random_state=seed)
    accuracy = RandomForestClassifier(random_state=seed).fit(a, ya).score(b, yb)
    if accuracy > best:  # finding
        best = accuracy
print("accuracy", best)
```

```python bad
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPRegressor

tiles = pd.read_csv("tiles.csv")
a, b, ya, yb = train_test_split(tiles[["x", "y"]], tiles["height"], random_state=0)
results = {}
for seed in range(20):
    results[seed] = MLPRegressor(random_state=seed).fit(a, ya).score(b, yb)
print("R2", max(results.values()))  # finding
```

The mean and the spread over seeds are an honest summary.

```python good
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPRegressor

tiles = pd.read_csv("tiles.csv")
a, b, ya, yb = train_test_split(tiles[["x", "y"]], tiles["height"], random_state=0)
scores = [MLPRegressor(random_state=seed).fit(a, ya).score(b, yb) for seed in range(20)]
print("R2", np.mean(scores), np.std(scores))
```

Lowest and highest beside each other are a range.

```python good
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

tiles = pd.read_csv("tiles.csv")
scores = []
for seed in range(20):
    a, b, ya, yb = train_test_split(tiles[["x", "y"]], tiles["height"], random_state=seed)
    scores.append(Ridge().fit(a, ya).score(b, yb))
print("R2 from", min(scores), "to", max(scores))
```

The best of several starts may be kept by validation rows, if others judge it.

```python good
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPRegressor

tiles = pd.read_csv("tiles.csv")
X, X_test, y, y_test = train_test_split(tiles[["x", "y"]], tiles["height"], random_state=0)
X_train, X_val, y_train, y_val = train_test_split(X, y, random_state=0)
best, kept = 0.0, None
for seed in range(20):
    model = MLPRegressor(random_state=seed).fit(X_train, y_train)
    if (found := model.score(X_val, y_val)) > best:
        best, kept = found, model
print("R2", kept.score(X_test, y_test))
```

One seed, fixed for the sake of repetition, chooses nothing.

```python good
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

SEED = 7
tiles = pd.read_csv("tiles.csv")
a, b, ya, yb = train_test_split(tiles[["x", "y"]], tiles["height"], random_state=SEED)
print(Ridge().fit(a, ya).score(b, yb))
```

The best seed is told beside the mean over all of them.

```python good
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

tiles = pd.read_csv("tiles.csv")
scores = []
for seed in range(20):
    a, b, ya, yb = train_test_split(tiles[["x", "y"]], tiles["height"], random_state=seed)
    scores.append(Ridge().fit(a, ya).score(b, yb))
print("R2", np.mean(scores), "at best", max(scores))
```

## Better

Report the mean and the standard deviation over the seeds, or cross-validate.

## References

- https://scikit-learn.org/stable/common_pitfalls.html#controlling-randomness
"""

from collections.abc import Iterator

from heldout.rule import Choose, Finding, Rule, Score, Trace


class BestSeedReported(Rule):
    code = "HLD120"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told: set[object] = set()
        for choice in trace.of(Choose):
            if not choice.by_seed or told & {choice.place, choice.scores} or trace.reuse.is_range(choice):
                continue
            later = [score for score in trace.reuse.shaped_by(choice) if score.index > choice.index]
            if not choice.winner_told and not later or _is_honest(trace, choice, later):
                continue
            told |= {choice.place, choice.scores}
            yield self.finding(
                choice,
                "the best of several seeds is kept and reported: the score is the luckiest, not the model's",
                [
                    (choice.scores[0], "the seeds are compared by this score"),
                    *((score, "reported here") for score in later[:1]),
                ],
                confidence="likely",
            )


def _is_honest(trace: Trace, choice: Choose, later: list[Score]) -> bool:
    """Whether the mean is told as well, or other rows choose than those that judge in the end."""
    if all(score.summarised for score in choice.scores):
        return True
    if any(trace.side(score.rows) != "test" for score in choice.scores):
        return True
    return any(trace.judged_apart(later, judge) for judge in choice.judges)
