"""A large file is read into memory in one piece.

## Why it matters

A table takes several times the room in memory that its text takes on disk, and reading, copying and joining it each take
as much again. The program ends where memory does, on a smaller machine than the author's first of all, and most of what
it holds is never looked at.

```python bad
import pandas as pd

readings = pd.read_csv("readings_6GB.csv")  # finding: 6 GB
print(readings.groupby("meter")["power"].max())
```

```python bad
import pandas as pd
from sklearn.linear_model import SGDClassifier

clicks = pd.read_json("clicks_3GB.json", lines=True)  # finding
model = SGDClassifier(random_state=0).fit(clicks[["hour", "price"]], clicks["bought"])
print(model.coef_)
```

The same file, a hundred thousand rows at a time.

```python good
import pandas as pd

highest = []
for readings in pd.read_csv("readings_6GB.csv", chunksize=100_000):
    highest.append(readings.groupby("meter")["power"].max())
print(pd.concat(highest).groupby(level=0).max())
```

Only the columns that are needed, in types that are no wider than their values.

```python good
import pandas as pd

readings = pd.read_csv("readings_6GB.csv", usecols=["meter", "power"], dtype={"meter": "category", "power": "float32"})
print(readings.groupby("meter", observed=True)["power"].max())
```

A small file, and one of which nobody knows how large it is.

```python good
import pandas as pd

meters = pd.read_csv("meters_0GB.csv")
streets = pd.read_csv("streets.csv")
print(meters.merge(streets, on="street", validate="many_to_one").describe())
```

## Better

Name the columns (`usecols`) and their types (`dtype`), read in pieces (`chunksize`), turn the text into Parquet once and read
columns of that, or hand the file to Dask or Polars, which read what a result needs.

## References

- https://pandas.pydata.org/docs/user_guide/scale.html
- https://docs.dask.org/en/stable/dataframe.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Rule, Trace

_READERS = ("read_csv", "read_table", "read_json", "read_pickle", "read_excel", "read_fwf", "read_stata", "read_sas")
_PATHS = ("filepath_or_buffer", "path_or_buf", "io", "path", "0")
_PARTLY = ("chunksize", "iterator", "nrows", "usecols", "columns", "dtype", "skiprows")

#: Bytes.  A table of text takes three to ten times its file in memory: most laptops end at a file of this size.
_LARGE = 10**9


class LoadFullDataset(Rule):
    code = "HLD220"
    level = "advice"
    needs = ("pandas",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for call in trace.calls(*_READERS):
            path = call.value(*_PATHS)
            if call.root != "pandas" or call.place in told or call.given(*_PARTLY) or not call.complete:
                continue
            size = trace.size_of(path) if isinstance(path, str) else None
            if size is not None and size >= _LARGE:
                told.add(call.place)
                yield self.finding(
                    call,
                    f"`{path}` has {size / 1e9:.1f} GB and is read in one piece: in memory it takes several times that",
                )
