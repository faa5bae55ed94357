"""The version, as a constant: asking the installed metadata for it would cost more than a whole review."""

VERSION = "0.1.0"
