from heldout.reporting.manual import page_lines
from heldout.reporting.style import Style

PAGE = """\
## Why it matters

Because.

```python bad
x = f(y)  # finding: this is it
z = g(y)  # via
```
"""


def test_marks_become_remarks() -> None:
    """The page shows no raw marks: a marked line carries a remark in words."""
    assert list(page_lines(PAGE, Style())) == [
        "Why it matters",
        "",
        "Because.",
        "",
        "  flagged:",
        "    x = f(y)  <-- flagged: this is it",
        "    z = g(y)  <-- on the way",
        "",
    ]
