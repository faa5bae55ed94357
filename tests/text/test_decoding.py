"""Bytes of scripts into text."""

import codecs

import pytest

from heldout.text.decoding import UnreadableText, decode_notebook, decode_script, universal_newlines


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"", "", "utf-8"),
        ("x = 'é'\r\n".encode(), "x = 'é'\r\n", "utf-8"),
        (b"# -*- coding: latin-1 -*-\nx = '\xe9'\n", "# -*- coding: latin-1 -*-\nx = 'é'\n", "iso8859-1"),
        (b"#!/usr/bin/python\r# vim: set fileencoding=cp1252 :\rx = '\x80'", None, "cp1252"),
        (codecs.BOM_UTF8 + b"# coding: utf-8\nx = 1", "# coding: utf-8\nx = 1", "utf-8"),
        (b"x = 1\n# coding: latin-1\ny = '\xc3\xa9'", "x = 1\n# coding: latin-1\ny = 'é'", "utf-8"),
        (b"\n\n# coding: latin-1\n", "\n\n# coding: latin-1\n", "utf-8"),
        ("# coding: euc-jp\nx = '日'".encode("euc-jp"), "# coding: euc-jp\nx = '日'", "euc_jp"),
    ],
)
def test_declared_and_default_encodings(data: bytes, text: str | None, encoding: str) -> None:
    """The encoding is the one that Python would use: declared in the first two lines, or UTF-8."""
    decoded = decode_script(data)
    assert decoded.encoding == encoding
    assert text is None or decoded.text == text


@pytest.mark.parametrize(
    ("data", "words", "line"),
    [
        (b"x = 1\r\ny = '\xe9'\r\n", "0xe9 at offset 12", 2),
        (codecs.BOM_UTF8 + b"x = '\xe9'", "0xe9 at offset 8", 1),
        (b"# coding: ascii\nx = '\xc3\xa9'", "0xc3 at offset 21", 2),
        (b"# coding: klingon\n", "klingon", 1),
        (b"# coding: rot13\n", "no encoding of text", 1),
        (b"# coding: zlib\n", "no encoding of text", 1),
        (b"# coding: punycode\nx", "does not know", 1),
        (b"# coding: utf-16\nx = 1", "is not encoded so", 1),
        (codecs.BOM_UTF8 + b"# coding: latin-1\n", "byte-order mark", 1),
        (b"\x7fELF\x00\x01", "NUL byte at offset 4", None),
        ("x = 1".encode("utf-16"), "UTF-16", None),
        ("x = 1".encode("utf-32"), "UTF-32", None),
    ],
)
def test_bytes_that_are_no_source(data: bytes, words: str, line: int | None) -> None:
    """Bytes that cannot be read are refused with what is wrong and where."""
    with pytest.raises(UnreadableText) as caught:
        decode_script(data)
    assert words in caught.value.message
    assert caught.value.line == line


def test_notebooks_are_utf8() -> None:
    """A notebook is read as UTF-8, with or without a mark, whatever its cells declare."""
    assert decode_notebook(codecs.BOM_UTF8 + b'{"a": "# coding: latin-1"}').text.startswith("{")
    with pytest.raises(UnreadableText, match="UTF-8"):
        decode_notebook(b'{"\xe9"}')


def test_newlines() -> None:
    """All three kinds of newlines end a line, and a form feed does not."""
    assert universal_newlines("a\r\nb\rc\nd\x0ce\r\r\n") == "a\nb\nc\nd\x0ce\n\n"
