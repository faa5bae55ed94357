"""What a check of one small file costs from start to end, beside an interpreter that does nothing.

    python benchmarks/startup.py [ROUNDS]

Both commands take turns, so that a busy moment of the machine meets both; the medians and their ratio are printed.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 21

SCRIPT = """\
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

visits = pd.read_csv("visits.csv")
returned = visits["returned"]
measurements = visits.drop(columns=["returned", "name"])

X_train, X_test, y_train, y_test = train_test_split(measurements, returned, random_state=3)
scaler = StandardScaler()
train_rows = scaler.fit_transform(X_train)
test_rows = scaler.transform(X_test)

model = LogisticRegression(max_iter=500)
model.fit(train_rows, y_train)
predicted = model.predict(test_rows)

print("accuracy", accuracy_score(y_test, predicted))
"""


def milliseconds(command: list[str]) -> float:
    """How long the command takes on the wall clock; a command that fails ends the benchmark."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""})
    return (time.perf_counter() - start) * 1000


def main(arguments: list[str]) -> None:
    """Print the medians of both commands and their ratio."""
    rounds = int(arguments[0]) if arguments else ROUNDS
    nothing = [sys.executable, "-c", "pass"]
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "visits.py")
        script.write_text(SCRIPT, encoding="utf-8")
        check = [sys.executable, "-m", "heldout", "check", "--no-cache", "--exit-zero", str(script)]
        # One unmeasured turn each writes the bytecode and warms the disk.
        milliseconds(nothing)
        milliseconds(check)
        pairs = [(milliseconds(nothing), milliseconds(check)) for _ in range(rounds)]
    idle = statistics.median(pair[0] for pair in pairs)
    busy = statistics.median(pair[1] for pair in pairs)
    print(f"python -c pass            {idle:7.1f} ms")
    print(f"heldout check (20 lines)  {busy:7.1f} ms")
    print(f"ratio                     {busy / idle:7.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
