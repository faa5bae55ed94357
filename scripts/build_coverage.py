"""Write ``docs/coverage.md`` from ``docs/coverage.toml`` and the rules; with ``--check`` only say whether it is up to date."""

import importlib
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

from heldout.rules import ENTRIES, Entry  # noqa: E402 - the rules of this checkout, installed or not

SOURCE = ROOT / "docs" / "coverage.toml"
TARGET = ROOT / "docs" / "coverage.md"
HEAD = """\
# What is covered

heldout began with a table of the mistakes that machine-learning code makes. Each of its entries is here, in our words,
with the rules that serve it. `heldout rule NAME` shows the page of a rule; a program that makes the mistake, and the same
program mended, are in `tests/seed/`.

*This page is made by `scripts/build_coverage.py` from `docs/coverage.toml`.*
"""


def main(arguments: list[str]) -> int:
    """Write the page, or compare it; 1 when it is stale or an entry has nothing that serves it."""
    parts = read_parts()
    for problem in problems(parts):
        print(problem, file=sys.stderr)
    if problems(parts):
        return 1
    text = page(parts)
    if "--check" not in arguments:
        TARGET.write_text(text, encoding="utf-8")
        return 0
    if TARGET.read_text(encoding="utf-8") == text:
        return 0
    print("docs/coverage.md is stale: run scripts/build_coverage.py", file=sys.stderr)
    return 1


def read_parts() -> list[dict[str, Any]]:
    """The parts of the table, each with its title and bullets."""
    parts: list[dict[str, Any]] = tomllib.loads(SOURCE.read_text(encoding="utf-8"))["part"]
    return parts


def problems(parts: list[dict[str, Any]]) -> list[str]:
    """Every bullet that names a rule that does not exist, or that nothing serves."""
    known = {entry.name for entry in ENTRIES}
    found = []
    for part in parts:
        for bullet in part["bullet"]:
            found += [
                f"'{bullet['text']}' names the rule {name}, which does not exist"
                for name in bullet.get("rules", ())
                if name not in known
            ]
            if not serving(bullet) and not bullet.get("commands"):
                found.append(f"nothing serves '{bullet['text']}'")
    return found


def serving(bullet: dict[str, Any]) -> list[Entry]:
    """The rules that serve a bullet: those that it names, and those whose pages refer to its addresses."""
    named = set(bullet.get("rules", ()))
    links = bullet.get("links", ())
    return [
        entry
        for entry in ENTRIES
        if entry.name in named or any(link in (importlib.import_module(entry.module).__doc__ or "") for link in links)
    ]


def page(parts: list[dict[str, Any]]) -> str:
    """The page as Markdown."""
    lines = [HEAD]
    for part in parts:
        lines.append(f"## {part['title']}\n")
        for bullet in part["bullet"]:
            lines.append(f"**{bullet['text']}.**\n")
            rules = serving(bullet)
            if "links" in bullet:
                lines.append(f"- referred to by {len(rules)} rules: " + ", ".join(f"`{rule.name}`" for rule in rules))
            else:
                lines += [f"- `{rule.name}` ({rule.code}, {rule.level}): {rule.summary}" for rule in rules]
            lines += [f"- `{command}`" for command in bullet.get("commands", ())]
            lines.append("")
    served = {
        rule.name for part in parts for bullet in part["bullet"] if "links" not in bullet for rule in serving(bullet)
    }
    others = [entry for entry in ENTRIES if entry.name not in served]
    lines.append("## Beyond the table\n")
    lines += [f"- `{rule.name}` ({rule.code}, {rule.level}): {rule.summary}" for rule in others]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
