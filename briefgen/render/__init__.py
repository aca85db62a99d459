"""Renders an edition to the bytes of its outputs, with one module for each format."""
