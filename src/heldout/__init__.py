"""heldout reviews machine-learning code: it follows rows of data from the load to the reported score."""

from heldout._version import VERSION

__all__ = ["__version__"]

__version__ = VERSION
