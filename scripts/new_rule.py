"""Write the skeleton of a rule: ``new_rule.py SECTION NAME``, for example ``new_rule.py evaluation single-split-verdict``.

The file gets the next free code of its section; its examples are to be filled in, and until they are, its tests fail.
"""

import re
import sys
from pathlib import Path

RULES = Path(__file__).parent.parent / "src" / "heldout" / "rules"
SECTIONS = {
    "leakage": 1,
    "preparation": 2,
    "training": 3,
    "evaluation": 4,
    "pytorch": 5,
    "keras": 6,
    "reproducibility": 7,
    "tools": 8,
    "notebook": 9,
}

TEMPLATE = '''"""Say in one sentence what is wrong.

## Why it matters

Say which number comes out wrong, in which direction, and why.

```python bad
import sklearn  # finding: say what is wrong here
```

```python good
import sklearn
```

## Better

Say what to write instead.
"""

from collections.abc import Iterator

from heldout.rule import Finding, Rule, Trace


class {class_name}(Rule):
    code = "{code}"
    level = "warning"
    bias = "optimistic"
    needs = ("sklearn",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        for event in trace.events:
            yield self.finding(event, "say what was seen, in the names of the code")
'''


def main(arguments: list[str]) -> int:
    """Write the file and name it; 2 for wrong use."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    section, name = arguments
    problem = refusal(section, name, RULES)
    if problem:
        print(problem, file=sys.stderr)
        return 2
    path = write_rule(section, name, RULES)
    print(f"{path} is written; fill it in, run scripts/build_index.py, then: heldout test {path}")
    return 0


def refusal(section: str, name: str, folder: Path) -> str:
    """Why there can be no such rule; empty if there can."""
    if section not in SECTIONS:
        return f"there is no section '{section}'; the sections are {', '.join(SECTIONS)}"
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)+", name):
        return f"'{name}' is no name for a rule: write words in small letters with hyphens between"
    taken = list(folder.glob(f"*/{name.replace('-', '_')}.py"))
    return f"there is a rule '{name}' already: {taken[0]}" if taken else ""


def write_rule(section: str, name: str, folder: Path) -> Path:
    """Write the skeleton below `folder`; a section without rules gets its package."""
    package = folder / section
    if not package.is_dir():
        package.mkdir()
        (package / "__init__.py").write_text(f'"""Rules of the section {section}."""\n', encoding="utf-8")
    path = package / f"{name.replace('-', '_')}.py"
    class_name = "".join(word.capitalize() for word in name.split("-"))
    text = TEMPLATE.format(class_name=class_name, code=next_code(SECTIONS[section], folder))
    path.write_text(text, encoding="utf-8")
    return path


def next_code(digit: int, folder: Path) -> str:
    """The lowest code of the section that is greater than all in use."""
    used = [0]
    for path in folder.glob("*/*.py"):
        used += [int(number) for number in re.findall(rf'code = "HLD{digit}([0-9]{{2}})"', path.read_text("utf-8"))]
    if max(used) == 99:
        sys.exit(f"the codes from HLD{digit}01 to HLD{digit}99 are used up")
    return f"HLD{digit}{max(used) + 1:02}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
