"""Reading and writing files whole. No other module writes a source file."""

from __future__ import annotations

import os
import stat


def read_bytes(path: str) -> bytes:
    """Read a file. Raises OSError."""
    with open(path, "rb") as file:
        return file.read()


def write_atomically(path: str, data: bytes) -> None:
    """Replace the content of a file so that a reader, or a crash, sees either the old one or the new one.

    A symbolic link keeps pointing where it did and its target is replaced. Mode, and owner where root writes, stay.
    A new file gets the usual mode. Raises OSError, and then leaves everything as it was; a file that is write-protected
    is refused with PermissionError.
    """
    target = os.path.realpath(path)
    old = os.stat(target) if os.path.exists(target) else None
    if old is not None and not stat.S_ISREG(old.st_mode):
        raise OSError(f"{path} is not a regular file; only regular files are written.")
    if old is not None and not os.access(target, os.W_OK):
        raise PermissionError(f"{path} is write-protected; make it writable first.")
    temporary, descriptor = _create_beside(target)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if old is not None:
            _keep_owner_and_mode(temporary, old)
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise


def _create_beside(target: str) -> tuple[str, int]:
    directory = os.path.dirname(target)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    attempt = 0
    while True:
        temporary = os.path.join(directory, f".heldout-{os.getpid()}-{attempt}.tmp")
        try:
            return temporary, os.open(temporary, flags, 0o666)
        except FileExistsError:
            attempt += 1


def _keep_owner_and_mode(temporary: str, old: os.stat_result) -> None:
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.chown(temporary, old.st_uid, old.st_gid)
    os.chmod(temporary, stat.S_IMODE(old.st_mode))
