"""Files are numbered or split in the order in which the file system happens to list them.

## Why it matters

`os.listdir` and `glob` give names in no order: it differs between machines, file systems and copies of one folder. If
that order decides which files are held out, a fixed seed does not bring the split back on another machine; if it
decides the number of each class, a saved model is decoded wrongly there.

```python bad
import glob

import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.svm import LinearSVC

files = glob.glob("scans/*.npy")
known, unknown = train_test_split(files, test_size=0.2, random_state=1)  # finding
model = LinearSVC(random_state=0).fit([np.load(file) for file in known], ["tumour" in file for file in known])
print(model.score([np.load(file) for file in unknown], ["tumour" in file for file in unknown]))
```

```python fixed
import glob

import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.svm import LinearSVC

files = sorted(glob.glob("scans/*.npy"))
known, unknown = train_test_split(files, test_size=0.2, random_state=1)
model = LinearSVC(random_state=0).fit([np.load(file) for file in known], ["tumour" in file for file in known])
print(model.score([np.load(file) for file in unknown], ["tumour" in file for file in unknown]))
```

```python bad
import os

import numpy as np

classes = {name: number for number, name in enumerate(os.listdir("leaves"))}  # finding
np.save("targets.npy", np.array([classes[name] for name in os.listdir("leaves") for _ in os.listdir(f"leaves/{name}")]))
```

```python fixed
import os

import numpy as np

classes = {name: number for number, name in enumerate(sorted(os.listdir("leaves")))}
np.save("targets.npy", np.array([classes[name] for name in os.listdir("leaves") for _ in os.listdir(f"leaves/{name}")]))
```

Sorted before anything depends on it.

```python good
import os

import numpy as np
from sklearn.model_selection import train_test_split

files = os.listdir("scans")
files.sort()
known, unknown = train_test_split(files, test_size=0.2, random_state=1)
np.save("known.npy", np.array(known))
```

Each file is looked at for itself.

```python good
import glob

import numpy as np

largest = max(np.load(file).max() for file in glob.glob("scans/*.npy"))
print("largest value", largest)
```

## Better

Put `sorted(...)` around every listing of files.

## References

- https://docs.python.org/3/library/os.html#os.listdir
- https://docs.python.org/3/library/glob.html
"""

from collections.abc import Iterator

from heldout.rule import Accident, Finding, Fix, Place, Rule, Trace, put_around

_WHAT = {"numbers": "the numbers of the elements follow", "split": "which files are held out follows"}


class UnsortedFileListing(Rule):
    code = "HLD707"
    level = "warning"
    bias = "unstable"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told: set[Place] = set()
        for event in trace.of(Accident):
            if event.source == "set" or event.made in told or trace.is_test:
                continue
            told.add(event.made)
            sortable = event.source != "os.scandir" and event.made.path == trace.path
            apart = event.made.line < event.place.line or event.made.line > event.place.end_line
            yield self.finding(
                event,
                f"{_WHAT[event.decides]} the order in which `{event.source}` lists files, and that differs between machines",
                [(event.made, "the files are listed here")] if apart else (),
                fix=Fix("Sort the listing", "unsafe", put_around(event.made, "sorted(", ")")) if sortable else None,
            )
