"""What reading costs as programs grow: reviews generated training scripts of up to 100,000 lines.

    python benchmarks/reading_cost.py [LINES ...]

Prints, for each length: the lines, the seconds that `ast.parse` takes, the seconds that the whole review takes, the
review's microseconds a line, and their ratio to the first length. A ratio that stays near 1 means linear cost.
"""

import ast
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from heldout.review import review_file

LENGTHS = (1_000, 3_000, 10_000, 30_000, 100_000)

HEAD = """\
import numpy as np
import pandas as pd
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

history = {}
"""

BLOCK = """\

def prepare_{n}(table, columns):
    table = table.copy()
    for column in columns:
        if table[column].isna().any():
            table[column] = table[column].fillna(0.0)
    table["ratio_{n}"] = table[columns[0]] / (table[columns[1]] + 1.0)
    return table


visits_{n} = prepare_{n}(pd.read_csv("visits_{n}.csv"), ["age", "stay", "cost"])
answer_{n} = visits_{n}["returned"]
features_{n} = visits_{n}.drop(columns=["returned"])
X_train_{n}, X_test_{n}, y_train_{n}, y_test_{n} = train_test_split(features_{n}, answer_{n}, random_state={n})
imputer_{n} = SimpleImputer(strategy="median")
scaler_{n} = StandardScaler()
train_rows_{n} = scaler_{n}.fit_transform(imputer_{n}.fit_transform(X_train_{n}))
test_rows_{n} = scaler_{n}.transform(imputer_{n}.transform(X_test_{n}))
model_{n} = LogisticRegression(max_iter=500)
if len(train_rows_{n}) > 100:
    model_{n}.fit(train_rows_{n}, y_train_{n})
else:
    model_{n}.fit(train_rows_{n}, np.asarray(y_train_{n}))
history["model_{n}"] = roc_auc_score(y_test_{n}, model_{n}.predict_proba(test_rows_{n})[:, 1])
print("model_{n}", history["model_{n}"])
"""


def script(lines: int) -> str:
    """A training script of exactly `lines` lines: models by the dozen, each with a helper, a branch and a score."""
    parts, height, number = [HEAD], HEAD.count("\n"), 0
    while height < lines:
        block = BLOCK.format(n=number)
        parts.append(block)
        height += block.count("\n")
        number += 1
    # What is cut off the last block is made up by blank lines, so that the rest stays whole.
    kept = "".join(parts[:-1])
    return kept + "\n" * (lines - kept.count("\n"))


def seconds(task: Callable[[], object]) -> float:
    """How long the task takes on the wall clock."""
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def review(path: Path) -> None:
    """Review the file; time that an error has cut short is not worth printing, so an error ends the benchmark."""
    report = review_file(str(path))
    if report.internal_errors:
        sys.exit(report.notes[0].message)


def main(arguments: list[str]) -> None:
    """Print the table for the lengths asked for."""
    lengths = [int(argument.replace(",", "")) for argument in arguments] or LENGTHS
    print(f"{'lines':>8} {'parse s':>9} {'review s':>9} {'µs a line':>10} {'ratio':>6}")
    first = 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "training.py")
        # The first review also imports what it needs; that is not the cost of reading.
        path.write_text(script(100), encoding="utf-8")
        review(path)
        for lines in lengths:
            source = script(lines)
            path.write_text(source, encoding="utf-8")
            parsing = seconds(lambda source=source: ast.parse(source))
            reviewing = seconds(lambda: review(path))
            each = reviewing / lines * 1e6
            first = first or each
            print(f"{lines:>8,} {parsing:>9.3f} {reviewing:>9.3f} {each:>10.1f} {each / first:>6.2f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
