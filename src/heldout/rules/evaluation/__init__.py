"""A quality figure is computed from the wrong things."""
