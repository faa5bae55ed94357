import json
from collections.abc import Callable

from heldout._version import VERSION
from heldout.reporting import FORMATS, render
from heldout.reporting.report import Report, ReportedFinding, Span
from heldout.reporting.statistics import render as statistics
from heldout.reporting.style import Style
from heldout.text.source import Note

Make = Callable[..., ReportedFinding]


def test_concise_is_one_line_a_finding(make: Make) -> None:
    """The concise form names place, level, rule and message on one line, then the summary."""
    lines = list(render("concise", Report((make(),), files=1), Style()))
    assert lines[0] == (
        "train.py:6:5: error[preprocess-before-split] `StandardScaler` learns from rows that are held out later"
    )
    assert lines[1] == "1 error in 1 file."


def test_json_holds_exactly_the_contract(make: Make) -> None:
    """The machine form has the fields that schema heldout/1 promises, and no others."""
    report = Report((make(location=Span(3, 6, 5, 6, 38, 60, 12)),), (Note("nb.ipynb", 2, None, "is broken"),), files=4)
    assert json.loads("\n".join(render("json", report, Style()))) == {
        "schema": "heldout/1",
        "version": VERSION,
        "summary": {"files": 4, "error": 1, "warning": 0, "advice": 0},
        "findings": [
            {
                "rule": "preprocess-before-split",
                "code": "HLD101",
                "section": "leakage",
                "level": "error",
                "confidence": "proved",
                "bias": "optimistic",
                "message": "`StandardScaler` learns from rows that are held out later",
                "path": "train.py",
                "cell": 3,
                "line": 6,
                "column": 5,
                "end_line": 6,
                "end_column": 38,
                "raw_line": 60,
                "raw_column": 12,
                "steps": [
                    {
                        "message": "these rows are set aside here",
                        "path": "train.py",
                        "cell": None,
                        "line": 8,
                        "column": 19,
                    }
                ],
                "fix": {
                    "applicability": "unsafe",
                    "title": "drop the line",
                    "edits": [
                        {
                            "path": "train.py",
                            "cell": None,
                            "line": 6,
                            "column": 1,
                            "end_line": 7,
                            "end_column": 1,
                            "replacement": "",
                        }
                    ],
                },
                "fingerprint": "0" * 32,
                "url": "https://heldout.dev/rules/preprocess-before-split/",
            }
        ],
        "notes": [{"path": "nb.ipynb", "cell": 2, "line": None, "message": "is broken"}],
    }


def test_json_counts_advice_that_it_does_not_list(make: Make) -> None:
    """Advice that is not shown is in the summary and not among the findings."""
    document = json.loads("\n".join(render("json", Report((make(level="advice", shown=False),), files=1), Style())))
    assert document["summary"]["advice"] == 1
    assert document["findings"] == []


def test_json_is_ascii(make: Make) -> None:
    """Whatever is reviewed, the document passes through any encoding and steers no terminal."""
    text = "\n".join(render("json", Report((make(message="\x1b\u202eé"),), files=1), Style()))
    assert text.isascii()
    assert "\x1b" not in text


def test_every_format_renders_an_empty_report() -> None:
    """No format stumbles over a report without findings."""
    for name in FORMATS:
        assert list(render(name, Report(), Style()))


def test_statistics_count_by_rule(make: Make) -> None:
    """The statistics name how often each rule spoke, the most frequent first."""
    report = Report((make(), make(code="HLD701", rule="no-seed", level="warning"), make(path="b.py")), files=2)
    lines = list(statistics(report, Style()))
    assert lines[0].split() == ["2", "HLD101", "error", "preprocess-before-split", "(in", "2", "files)"]
    assert lines[1].split()[:2] == ["1", "HLD701"]


def test_report_fails_at_and_above_the_threshold(make: Make) -> None:
    """A threshold is reached by its own level and graver ones, and `never` by none."""
    report = Report((make(level="warning"),))
    assert report.fails("advice")
    assert report.fails("warning")
    assert not report.fails("error")
    assert not report.fails("never")
