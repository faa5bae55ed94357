from heldout.project.fingerprint import Fingerprints, portable


def test_same_statement_keeps_its_fingerprint() -> None:
    """The fingerprint depends on nothing but rule, path, scope, statement and their number."""
    one = Fingerprints("/p/a.py", "/p").of("leak", "f", "x = 1")
    assert one == Fingerprints("/elsewhere/a.py", "/elsewhere").of("leak", "f", "x = 1")
    assert len(one) == 32


def test_everything_that_counts_changes_it() -> None:
    """Another rule, file, scope or statement, and a second equal one, have another fingerprint."""
    fingerprints = Fingerprints("/p/a.py", "/p")
    made = [
        fingerprints.of("leak", "f", "x = 1"),
        fingerprints.of("leak", "f", "x = 1"),
        fingerprints.of("other", "f", "x = 1"),
        fingerprints.of("leak", "g", "x = 1"),
        fingerprints.of("leak", "f", "x = 2"),
        Fingerprints("/p/b.py", "/p").of("leak", "f", "x = 1"),
    ]
    assert len(set(made)) == len(made)


def test_paths_are_portable() -> None:
    """A path is told relative to the root, with forward slashes."""
    assert portable("/p/src/a.py", "/p") == "src/a.py"
