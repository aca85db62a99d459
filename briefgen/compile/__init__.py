"""Compiles issues: finds and loads files, renders, and writes all outputs of an issue or none."""
