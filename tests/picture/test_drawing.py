"""What every drawing promises, whatever is drawn: well-formed, self-contained, the same each time, and inert."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import heldout
from heldout.picture.boxes import wrap
from heldout.picture.data import render_json
from heldout.picture.html import render_html
from heldout.picture.journey import Picture
from heldout.picture.layout import count_clashes, plan
from heldout.picture.mermaid import quoted, render_mermaid
from heldout.picture.svg import render_svg
from heldout.picture.wording import ellipsis

Draw = Callable[..., Picture]
Render = Callable[[Picture], str]

HOSTILE = "<script>alert(1)<b onload=alert(3)>\"'&]]>-->{}[x](javascript:alert(2)) `${1}` \x1b[31m \u202e"

EMPTY = "Nothing that loads, splits, fits or scores was found."

pytest.importorskip("pygraphviz", reason="drawing needs the extra heldout[graph]")


@pytest.fixture(params=[render_svg, render_html], ids=["svg", "html"])
def render(request: pytest.FixtureRequest) -> Render:
    """Each of the forms that a browser shows."""
    chosen: Render = request.param
    return chosen


def test_svg_is_well_formed(draw: Draw, leak: str) -> None:
    """The document parses as XML and has a title and a description."""
    root = ET.fromstring(render_svg(draw(leak)))
    names = {child.tag.rpartition("}")[2] for child in root}
    assert {"title", "desc", "style"} <= names
    assert root.get("role") == "img"


def test_description_tells_the_leak(draw: Draw, leak: str) -> None:
    """Who cannot see the drawing is told each finding with its steps."""
    picture = draw(leak)
    described = ET.fromstring(render_svg(picture)).findtext("{http://www.w3.org/2000/svg}desc") or ""
    (lettered,) = picture.findings
    assert lettered.finding.message in described
    assert all(step.message in described for step in lettered.finding.steps)


def test_leak_is_drawn_red_with_its_steps(draw: Draw, leak: str) -> None:
    """The boxes of a leak, the ways between them and the labels of its steps are marked as such."""
    text = render_svg(draw(leak))
    assert text.count('class="station leaking"') == 4
    assert len(re.findall(r'class="way \w+ leak"', text)) - 1 == 4, "four ways, besides that of the legend"
    assert re.findall(r'class="badge-text"[^>]*>(\w+)<', text) == ["A", "A1", "A2", "A3"]


def test_nothing_is_fetched(draw: Draw, render: Render, leak: str) -> None:
    """No address of another machine is in the document, except the names of its own grammar."""
    text = render(draw(leak)).replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?:|//[a-z]|@import|url\((?!#)|<(?:img|link|iframe|object)\b", text)


def test_page_allows_only_its_own_script(draw: Draw, leak: str) -> None:
    """The page forbids browsers to run or fetch anything but the script that stands in it."""
    text = render_html(draw(leak))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy is not None
    assert policy.group(1).startswith("default-src 'none'")
    assert "script-src 'sha256-" in policy.group(1)
    assert text.count("<script>") == 1


def test_hostile_names_are_inert(tmp_path: Path, draw: Draw, render: Render, leak: str) -> None:
    """Text of the reviewed file is text in the drawing: it opens no element, no attribute, and steers no reader."""
    text = leak.replace('"houses.csv"', repr(HOSTILE)).replace('"price"', repr(HOSTILE))
    document = render(draw(text))
    assert "<script>alert" not in document
    assert "\x1b" not in document
    assert "\u202e" not in document
    assert "<b onload" not in document
    assert "&lt;script&gt;alert(1)" in document
    if render is render_svg:
        ET.fromstring(document)


def test_hostile_names_are_inert_in_mermaid(draw: Draw, leak: str) -> None:
    """No character of the reviewed file that Mermaid or HTML reads as its own reaches the text of the flowchart."""
    text = render_mermaid(draw(leak.replace('"houses.csv"', repr(HOSTILE))))
    assert "<script" not in text
    assert "\x1b" not in text
    assert not set("<>\"'`[]{}()") & set(quoted(HOSTILE).replace("'", ""))


def test_same_program_gives_the_same_bytes(tmp_path: Path, leak: str) -> None:
    """Two processes with different hash seeds write the same files."""
    (tmp_path / "program.py").write_text(leak * 3)
    written = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(heldout.__file__).parent.parent)}
        for name in ("out.svg", "out.html", "out.mmd", "out.json"):
            subprocess.run(
                [sys.executable, "-m", "heldout", "graph", "program.py", "--output", name],
                check=True,
                cwd=tmp_path,
                env=environment,
                capture_output=True,
            )
            written.append((tmp_path / name).read_bytes())
    assert written[:4] == written[4:]


def test_boxes_do_not_overlap(draw: Draw, leak: str) -> None:
    """No box covers another one or its notes, and no way runs under a box that it has nothing to do with."""
    picture = draw(leak)
    laid = plan(picture.journeys[0], picture)
    for number, one in enumerate(laid.boxes):
        for other in laid.boxes[number + 1 :]:
            apart = (
                one.left + one.box.width <= other.left
                or other.left + other.box.width <= one.left
                or one.top + one.box.height + one.box.notes_height <= other.top
                or other.top + other.box.height + other.box.notes_height <= one.top
            )
            assert apart, f"{one.box.titles} and {other.box.titles}"
    assert count_clashes(laid) == 0


def test_rows_go_from_left_to_right(draw: Draw, leak: str) -> None:
    """Each way ends to the right of where it starts, and the training lane is above the test lane."""
    picture = draw(leak)
    laid = plan(picture.journeys[0], picture)
    assert all(route.points[0][0] < route.tip[0] for route in laid.routes)
    assert [area.lane for area in sorted(laid.areas, key=lambda area: area.top)] == ["train", "test"]


def test_program_without_events_says_so(draw: Draw, render: Render) -> None:
    """A file in which nothing happens to rows gives a drawing of one sentence."""
    assert EMPTY in render(draw("print('hello')\n"))


def test_mermaid_is_a_flowchart_with_the_leak(draw: Draw, leak: str) -> None:
    """The text names each box once and marks those of the leak."""
    text = render_mermaid(draw(leak))
    assert text.startswith("flowchart LR\n")
    assert "subgraph j0train[train]" in text
    assert text.count("==>") == 4
    (leaking,) = re.findall(r"class ([\w,]+) leak", text)
    assert len(leaking.split(",")) == 4


def test_json_has_its_schema(draw: Draw, leak: str) -> None:
    """The machine form is versioned, and its ways name stations by their numbers."""
    document = json.loads(render_json(draw(leak)))
    assert document["schema"] == "heldout-graph/1"
    (journey,) = document["journeys"]
    numbers = {station["number"] for station in journey["stations"]}
    assert {way["from"] for way in journey["ways"]} | {way["to"] for way in journey["ways"]} == numbers
    assert document["findings"][0]["letter"] == "A"


def test_long_names_are_cut_in_the_middle() -> None:
    """A name that is too long keeps its beginning and its end."""
    assert ellipsis("short", 10) == "short"
    assert ellipsis("a_very_long_name_of_a_frame", 12) == "a_very_l…ame"


def test_notes_are_wrapped_into_their_column() -> None:
    """No line is longer than the column; the first one leaves room for the label; no word is lost but too long ones."""
    lines = wrap("scaler learns from rows that are later held out by train_test_split", 20, 5)
    assert all(len(line) <= 20 for line in lines)
    assert len(lines[0]) <= 15
    assert " ".join(lines).startswith("scaler learns from")
    assert wrap("", 20) == [""]
