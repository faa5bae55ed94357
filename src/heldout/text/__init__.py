"""Text as it stands on disk: decoding, positions, notebooks, edits, and the one place that writes files."""
