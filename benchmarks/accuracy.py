"""How often findings about leaks are right, on public code that a person has read.

    python benchmarks/accuracy.py FOLDER VERDICTS

FOLDER holds the repositories, one a folder; VERDICTS is a table with tabs: rule, path in FOLDER, cell (empty in a
script), line, verdict (right, debatable or wrong), and why. Prints a Markdown table with a row a rule; findings without
a verdict are named below it, for somebody to read.
"""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

SECTIONS = ("HLD1", "HLD2", "HLD4")
VERDICTS = ("right", "debatable", "wrong")
Place = tuple[str, str, str, str]


def told(folder: Path) -> list[Place]:
    """The errors and warnings about leaks in a folder: rule, path, cell and line."""
    command = [sys.executable, "-m", "heldout", "check", str(folder), "--output-format", "json", "--isolated"]
    output = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    found = json.loads(output)["findings"]
    return [
        (one["rule"], str(Path(one["path"]).relative_to(folder)), str(one["cell"] or ""), str(one["line"]))
        for one in found
        if one["code"].startswith(SECTIONS) and one["level"] != "advice"
    ]


def judged(table: Path) -> dict[Place, str]:
    """The verdicts by place."""
    rows = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()[1:])
    return {(rule, path, cell, line): verdict for rule, path, cell, line, verdict, *_ in rows}


def main(folder: str, table: str) -> None:
    """Print the counts."""
    verdicts = judged(Path(table))
    counts: dict[str, Counter[str]] = {}
    unread = []
    for place in told(Path(folder)):
        verdict = verdicts.get(place, "unread")
        counts.setdefault(place[0], Counter())[verdict] += 1
        if verdict == "unread":
            unread.append(place)
    print("| rule | findings | right | debatable | wrong |\n| --- | ---: | ---: | ---: | ---: |")
    for rule in sorted(counts):
        print(f"| {rule} | {counts[rule].total()} | " + " | ".join(str(counts[rule][name]) for name in VERDICTS) + " |")
    together = sum(counts.values(), Counter())
    print(f"| together | {together.total()} | " + " | ".join(str(together[name]) for name in VERDICTS) + " |")
    for place in unread:
        print("not read yet:", *place, file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:3])
