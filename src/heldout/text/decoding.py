"""Bytes of a file into text, by Python's own rules for source files (PEP 263)."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_HEAD = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)?[^\r\n]*")
_LINE_END = re.compile(rb"\r\n|\r|\n")
_DECLARATION = re.compile(rb"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_BLANK_OR_COMMENT = re.compile(rb"[ \t\f]*(?:#.*)?$", re.DOTALL)
_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
# Codecs for host names, whose cost grows with the square of the input, and one that only raises.
_NOT_FOR_FILES = frozenset({"idna", "punycode", "undefined"})


class UnreadableText(Exception):
    """The bytes are not text that can be read; `line` (from 1) tells where, if one line is to blame."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


class Decoded(NamedTuple):
    """Text with the newlines of the file, the codec that it came from, and the byte-order mark before it."""

    text: str
    encoding: str
    mark: bytes


def universal_newlines(text: str) -> str:
    """Turn `\\r\\n` and `\\r` into `\\n`, as Python does before it parses."""
    if "\r" not in text:
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decode_script(data: bytes) -> Decoded:
    """Decode Python source. Raises UnreadableText."""
    mark = _byte_order_mark(data)
    declared = _declared_encoding(data[len(mark) :])
    if b"\0" in data:
        raise UnreadableText(
            f"is a binary file (NUL byte at offset {data.index(0)}), not Python source; exclude it from the review."
        )
    if declared is None:
        return Decoded(
            _utf8(data, mark, "or declare its encoding in the first line, as in `# coding: latin-1`"), "utf-8", mark
        )
    encoding = _codec_name(declared)
    if encoding == "utf-8":
        return Decoded(_utf8(data, mark, "as it declares"), encoding, mark)
    if mark:
        raise UnreadableText(
            f"declares the encoding {declared} but begins with a UTF-8 byte-order mark; remove one of the two.", 1
        )
    return Decoded(_declared_text(data, declared, encoding), encoding, mark)


def decode_notebook(data: bytes) -> Decoded:
    """Decode the JSON of a notebook, which is always UTF-8. Raises UnreadableText."""
    mark = _byte_order_mark(data)
    return Decoded(_utf8(data, mark, "as Jupyter does"), "utf-8", mark)


def _byte_order_mark(data: bytes) -> bytes:
    if data.startswith(codecs.BOM_UTF8):
        return codecs.BOM_UTF8
    for mark, name in _WIDE_MARKS:
        if data.startswith(mark):
            raise UnreadableText(f"is encoded in {name}, which Python does not read; save it as UTF-8.")
    return b""


def _declared_encoding(data: bytes) -> str | None:
    head = _HEAD.match(data)
    if head is None or b"coding" not in head.group():
        return None
    for line in _LINE_END.split(head.group()):
        declaration = _DECLARATION.match(line)
        if declaration is not None:
            return declaration.group(1).decode("ascii", "replace")
        if _BLANK_OR_COMMENT.match(line) is None:
            return None
    return None


def _codec_name(declared: str) -> str:
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        name = ""
    if not name or name in _NOT_FOR_FILES:
        raise UnreadableText(
            f"declares the encoding {declared}, which Python does not know; correct the declaration.", 1
        )
    return "utf-8" if name == "utf-8-sig" else name


def _utf8(data: bytes, mark: bytes, remedy: str) -> str:
    try:
        return data.decode("utf-8") if not mark else data[len(mark) :].decode("utf-8")
    except UnicodeDecodeError as error:
        offset = error.start + len(mark)
        line = len(_LINE_END.findall(data, 0, offset)) + 1
        message = f"has a byte that is not UTF-8 (0x{data[offset]:02x} at offset {offset}); save it as UTF-8 {remedy}."
        raise UnreadableText(message, line) from None


def _declared_text(data: bytes, declared: str, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except LookupError:
        raise UnreadableText(
            f"declares {declared}, which is no encoding of text; correct the declaration.", 1
        ) from None
    except UnicodeDecodeError as error:
        line = len(_LINE_END.findall(data, 0, error.start)) + 1
        raise UnreadableText(
            f"has a byte that is not {declared} (0x{data[error.start]:02x} at offset {error.start}), the encoding that it "
            "declares; correct the declaration or save it in that encoding.",
            line,
        ) from None
    except UnicodeError as error:
        raise UnreadableText(f"cannot be decoded as {declared}, the encoding that it declares: {error}.", 1) from None
    if "coding" not in text:
        raise UnreadableText(f"declares {declared}, but is not encoded so; correct the declaration.", 1)
    return text
