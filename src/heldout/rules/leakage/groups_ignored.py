"""Groups are handed to a splitter that does not look at them.

## Why it matters

`groups=` says that rows belong together: one patient, one customer, one machine. `KFold` and its like accept the argument
and ignore it, so rows of one group land on both sides. The model recognises the group, and the score promises more than a
new group will get.

```python bad
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import StratifiedKFold, cross_val_score

beats = pd.read_csv("beats.csv")
signal = beats[["width", "height"]]
folds = StratifiedKFold(n_splits=5)
forest = RandomForestClassifier(random_state=0)
print(cross_val_score(forest, signal, beats["arrhythmia"], groups=beats["patient"], cv=folds))  # finding
```

```python bad
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import KFold

rides = pd.read_csv("rides.csv")
inputs, minutes = rides[["km", "stops"]].to_numpy(), rides["minutes"].to_numpy()
for learn, judge in KFold(5, shuffle=True, random_state=1).split(inputs, minutes, groups=rides["driver"]):  # finding
    print(Ridge().fit(inputs[learn], minutes[learn]).score(inputs[judge], minutes[judge]))
```

A search hands the groups on to its `cv`, which does as little with them.

```python bad
import pandas as pd
from sklearn.model_selection import GridSearchCV
from sklearn.svm import SVR

rides = pd.read_csv("rides.csv")
search = GridSearchCV(SVR(), {"C": [1, 10]}, cv=5)
search.fit(rides[["km"]], rides["minutes"], groups=rides["driver"])  # finding
print(search.best_score_)
```

A splitter of groups keeps each on one side.

```python good
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import GroupKFold, cross_val_score

rides = pd.read_csv("rides.csv")
print(cross_val_score(Ridge(), rides[["km"]], rides["minutes"], groups=rides["driver"], cv=GroupKFold(5)))
```

Without groups there is nothing to keep together.

```python good
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import KFold, cross_val_score

rides = pd.read_csv("rides.csv")
print(cross_val_score(Ridge(), rides[["km"]], rides["minutes"], cv=KFold(5)))
```

Splitters that are shown side by side are handed the same arguments.

```python good
import numpy as np
from sklearn.model_selection import GroupKFold, KFold

inputs, group = np.arange(24).reshape(12, 2), np.arange(12) // 3
for splitter in (KFold(4), GroupKFold(4)):
    for learn, judge in splitter.split(inputs, groups=group):
        print(splitter, judge)
```

Leaving one group out is aware of groups by its nature.

```python good
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import LeaveOneGroupOut

rides = pd.read_csv("rides.csv")
inputs, minutes = rides[["km"]].to_numpy(), rides["minutes"].to_numpy()
for learn, judge in LeaveOneGroupOut().split(inputs, minutes, rides["driver"]):
    print(Ridge().fit(inputs[learn], minutes[learn]).score(inputs[judge], minutes[judge]))
```

## Better

Use `GroupKFold`, `StratifiedGroupKFold`, `GroupShuffleSplit` or `LeaveOneGroupOut`.

## References

- https://scikit-learn.org/stable/modules/cross_validation.html#cross-validation-iterators-for-grouped-data
"""

from collections.abc import Iterator

from heldout.rule import Finding, Rule, Split, Trace


class GroupsIgnored(Rule):
    code = "HLD116"
    level = "warning"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        # Where one call runs with several splitters, they are compared, and one that knows groups is among them.
        told = {split.place for split in trace.of(Split) if split.grouped}
        for split in trace.of(Split):
            if not split.groups_given or split.grouped is not False or split.place in told:
                continue
            told.add(split.place)
            name = split.function if split.function != "folds" else "the default of `cv`"
            shown = f"`{name}`" if split.function != "folds" else name
            yield self.finding(split, f"groups are given, but {shown} does not look at them: groups land on both sides")
