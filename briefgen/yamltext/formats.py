"""Recognizes files of other programs by their first bytes."""

SAVE_AS_TEXT = "save it as plain text in YAML: `briefgen new` writes an issue to start from"

_STARTS = (
    (b"PK\x03\x04", "a word processor file or a ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "a word processor file"),
    (b"{\\rtf", "an RTF file"),
    (b"%PDF-", "a PDF"),
    (b"<!doctype", "a web page"),
    (b"<html", "a web page"),
    (b"<?xml", "an XML file"),
    (b"#+title", "an Org file"),
    (b"+++\n", "a text with TOML front matter"),
    (b"\\documentclass", "a LaTeX file"),
)


def name_format(data: bytes) -> str:
    """Return the kind of a file in another format, with its article, or ""."""
    head = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next((name for start, name in _STARTS if head.startswith(start.lower())), "")
