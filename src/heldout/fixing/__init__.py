"""Findings become edits, applied in rounds until nothing more changes."""
