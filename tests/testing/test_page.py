from heldout.testing.page import Mark, read_page

PAGE = """\
Rows go astray.

## Why it matters

Because.

```python bad
x = f(y)  # finding: it goes
z = g(x)  # via: by here
w = h(z)  # finding # via
```

```python good
x = 1  # a remark
```

## Better

Do not.
"""


def test_page_is_taken_apart() -> None:
    """Summary, headings and examples with their marks are read off the page, and the code is left without marks."""
    page = read_page(PAGE)
    assert page.summary == "Rows go astray."
    assert page.headings == ("Why it matters", "Better")
    bad, good = page.examples
    assert (bad.kind, bad.code) == ("bad", "x = f(y)\nz = g(x)\nw = h(z)\n")
    assert bad.marks == (
        Mark("finding", 1, "it goes"),
        Mark("via", 2, "by here"),
        Mark("finding", 3, ""),
        Mark("via", 3, ""),
    )
    assert bad.lines("finding") == [1, 3]
    assert bad.lines("via") == [2, 3]
    assert good.code == "x = 1  # a remark\n"
    assert bad.page_line == 7


def test_headings_in_code_are_none() -> None:
    """A comment inside an example is no heading of the page."""
    assert read_page("A.\n\n```python good\n## x\n```\n").headings == ()
