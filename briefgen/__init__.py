"""A compiler for cited newsletters."""

__version__ = "0.1.0"
