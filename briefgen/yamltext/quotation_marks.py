"""Quotes values, and formats them for help texts."""

import re

MAX_SHOWN = 60


def wrap(value: str) -> str:
    """Quote a text with the marks that need the fewest escapes."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def show(key: str, value: str) -> str:
    """Format `key: value` for a help text; a long value is cut, but keeps both quotation marks."""
    if len(value) > MAX_SHOWN:
        value = value[: MAX_SHOWN - 3] + "…" + (value[-1] if value[-1] in "\"'" else "")
    return f"{key}: {value}" if key else value


def has_words(text: str) -> bool:
    """Return whether a text contains a letter or digit."""
    return re.search(r"[^\W_]", text) is not None
