"""The page of a rule for the terminal, its marks turned into remarks beside the code."""

import re
from collections.abc import Iterator

from heldout.reporting.style import Style

BLOCK = re.compile(r"^```(?P<language>\w*)[ \t]*(?P<kind>\w*)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
MARK = re.compile(r"\s*#\s*(?P<kind>finding|via)\b(?::\s*(?P<remark>[^#\n]*?))?[ \t]*(?=#|$)")

KINDS = {"bad": "flagged", "good": "accepted", "fixed": "after the fix"}
MARKS = {"finding": "flagged", "via": "on the way"}


def page_lines(page: str, style: Style) -> Iterator[str]:
    """The page: headings strong, code indented, each marked line with its remark in the margin."""
    position = 0
    for block in BLOCK.finditer(page):
        yield from _prose(page[position : block.start()], style)
        position = block.end()
        if block["kind"]:
            yield style.paint(f"  {KINDS.get(block['kind'], block['kind'])}:", "faint")
        for line in block["code"].rstrip("\n").split("\n"):
            yield _code(line, style)
        yield ""
    yield from _prose(page[position:], style)


def _prose(text: str, style: Style) -> Iterator[str]:
    if not text.strip():
        return
    for line in text.strip("\n").split("\n"):
        heading = re.match(r"#+ +(.*)", line)
        yield style.paint(heading[1], "strong") if heading else line
    yield ""


def _code(line: str, style: Style) -> str:
    marks = list(MARK.finditer(line))
    if not marks:
        return f"    {line}".rstrip()
    remarks = [MARKS[mark["kind"]] + (f": {mark['remark']}" if mark["remark"] else "") for mark in marks]
    role = "warning" if marks[0]["kind"] == "finding" else "step"
    return f"    {MARK.sub('', line)}  {style.paint('<-- ' + '; '.join(remarks), role)}"
