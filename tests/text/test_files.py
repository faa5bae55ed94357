"""Reading and writing files whole."""

import os
import stat
from pathlib import Path

import pytest

from heldout.text.files import read_bytes, write_atomically


def test_content_and_mode(tmp_path: Path) -> None:
    """The content is replaced, the mode stays, and nothing else is left in the directory."""
    path = tmp_path / "train.py"
    path.write_bytes(b"old")
    path.chmod(0o754)
    write_atomically(str(path), b"new\r\n")
    assert read_bytes(str(path)) == b"new\r\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o754
    assert os.listdir(tmp_path) == ["train.py"]


def test_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that does not exist yet is made, also under a name relative to the working directory."""
    monkeypatch.chdir(tmp_path)
    write_atomically("new.py", b"x")
    assert (tmp_path / "new.py").read_bytes() == b"x"


def test_link_stays_a_link(tmp_path: Path) -> None:
    """Through a link its target is written, and the link still points there."""
    (tmp_path / "far").mkdir()
    target = tmp_path / "far" / "target.py"
    target.write_bytes(b"old")
    link = tmp_path / "link.py"
    link.symlink_to(Path("far") / "target.py")
    write_atomically(str(link), b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_failure_leaves_everything(tmp_path: Path) -> None:
    """What is not a regular file is refused, and no temporary file remains."""
    (tmp_path / "folder.py").mkdir()
    with pytest.raises(OSError, match="not a regular file"):
        write_atomically(str(tmp_path / "folder.py"), b"x")
    with pytest.raises(FileNotFoundError):
        write_atomically(str(tmp_path / "missing" / "a.py"), b"x")
    assert os.listdir(tmp_path) == ["folder.py"]


@pytest.mark.skipif(os.geteuid() == 0, reason="write protection does not hold for root")
def test_write_protected(tmp_path: Path) -> None:
    """A write-protected file is refused, though its directory would allow to replace it."""
    path = tmp_path / "train.py"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(PermissionError, match="write-protected"):
        write_atomically(str(path), b"new")
    assert path.read_bytes() == b"old"
