"""The machine form: versioned as ``heldout/1``; fields are added later, none is ever renamed or dropped."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from heldout._version import VERSION
from heldout.reporting.report import Report, ReportedFinding, ReportedFix, ReportedStep
from heldout.reporting.style import Style

if TYPE_CHECKING:
    from heldout.text.edits import Edit
    from heldout.text.source import Note

SCHEMA = "heldout/1"

Object = dict[str, object]


def render(report: Report, _style: Style) -> Iterator[str]:
    """One JSON document; ASCII only, so that it passes through any terminal and encoding unharmed."""
    yield json.dumps(document(report), indent=2)


def document(report: Report) -> Object:
    """The report as plain JSON values."""
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "summary": {
            "files": report.files,
            **{level: report.count(level) for level in ("error", "warning", "advice")},
        },
        "findings": [_finding(finding) for finding in report.shown()],
        "notes": [_note(note) for note in report.notes],
    }


def _finding(finding: ReportedFinding) -> Object:
    where = finding.location
    return {
        "rule": finding.rule,
        "code": finding.code,
        "section": finding.section,
        "level": finding.level,
        "confidence": finding.confidence,
        "bias": finding.bias,
        "message": finding.message,
        "path": finding.path,
        "cell": where.cell,
        "line": where.line,
        "column": where.column,
        "end_line": where.end_line,
        "end_column": where.end_column,
        "raw_line": where.raw_line,
        "raw_column": where.raw_column,
        "steps": [_step(step) for step in finding.steps],
        "fix": None if finding.fix is None else _fix(finding.fix),
        "fingerprint": finding.fingerprint,
        "url": finding.url,
    }


def _step(step: ReportedStep) -> Object:
    return {
        "message": step.message,
        "path": step.path,
        "cell": step.location.cell,
        "line": step.location.line,
        "column": step.location.column,
    }


def _fix(fix: ReportedFix) -> Object:
    return {"applicability": fix.applicability, "title": fix.title, "edits": [_edit(edit) for edit in fix.edits]}


def _edit(edit: "Edit") -> Object:
    return {
        "path": edit.path,
        "cell": edit.cell,
        "line": edit.start_line,
        "column": edit.start_column,
        "end_line": edit.end_line,
        "end_column": edit.end_column,
        "replacement": edit.replacement,
    }


def _note(note: "Note") -> Object:
    return {"path": note.path, "cell": note.cell, "line": note.line, "message": note.message}
