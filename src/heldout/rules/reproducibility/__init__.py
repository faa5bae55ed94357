"""The same code gives another number tomorrow."""
