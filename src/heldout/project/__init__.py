"""The project under review: which files it has and what it asks of heldout."""
