"""Colour for terminals, and the escaping of reviewed text, which may be hostile."""

CODES = {
    "error": "1;31",
    "warning": "1;33",
    "advice": "1;36",
    "strong": "1",
    "faint": "2",
    "step": "36",
    "removed": "31",
    "added": "32",
}

SPOOFING = frozenset(
    [0xAD, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070), 0xFEFF]
)
"""Invisible characters and those that turn the reading direction: text around them can be made to look like other text."""


class Style:
    """How text is dressed: with ANSI colours or plain."""

    __slots__ = ("colour",)

    def __init__(self, colour: bool = False) -> None:
        self.colour = colour

    def paint(self, text: str, role: str) -> str:
        """`text` in the colour of `role`, one of `CODES`."""
        return f"\x1b[{CODES[role]}m{text}\x1b[0m" if self.colour and text else text


def escape(text: str) -> str:
    """`text` on one line, with every character that could steer a terminal written out as ``\\x1b`` and the like."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(escape_character, text))


def escape_character(character: str) -> str:
    """One character, written out if it could steer a terminal."""
    number = ord(character)
    if number < 0x20 or 0x7F <= number < 0xA0:
        return f"\\x{number:02x}"
    if number in SPOOFING or 0xD800 <= number < 0xE000 or 0xE0000 <= number < 0xE0080:
        return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
    return character
