"""Reports to render, made by hand."""

from collections.abc import Callable

import pytest

from heldout.reporting.report import ReportedFinding, ReportedFix, ReportedStep, Span
from heldout.text.edits import Edit

LINE = "X = StandardScaler().fit_transform(X)"

Make = Callable[..., ReportedFinding]


@pytest.fixture
def make() -> Make:
    """Give a function that makes a finding with one step and a fix; keywords change its fields."""

    def made(**changes: object) -> ReportedFinding:
        finding = ReportedFinding(
            rule="preprocess-before-split",
            code="HLD101",
            section="leakage",
            level="error",
            confidence="proved",
            bias="optimistic",
            message="`StandardScaler` learns from rows that are held out later",
            path="train.py",
            location=Span(None, 6, 5, 6, 38, 6, 5),
            excerpt=((6, LINE),),
            steps=(
                ReportedStep(
                    "these rows are set aside here",
                    "train.py",
                    Span(None, 8, 19, 8, 38, 8, 19),
                    ((8, "X_train, X_test = train_test_split(X)"),),
                ),
            ),
            fix=ReportedFix("drop the line", "unsafe", (Edit("train.py", None, 6, 1, 7, 1, ""),)),
            fingerprint="0" * 32,
            url="https://heldout.dev/rules/preprocess-before-split/",
            shown=True,
        )
        return finding._replace(**changes)  # type: ignore[arg-type]

    return made
