"""Editions: the content of an issue, formatted for output."""
