"""How a value is put in quotation marks, and shown so."""

import re

MAX_SHOWN = 60


def wrap(value: str) -> str:
    """Return a text in the quotation marks that need the fewest escapes."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def show(key: str, value: str) -> str:
    """Return `key: value` as a help line shows it, cut where it is long; a value in marks keeps both."""
    if len(value) > MAX_SHOWN:
        value = value[: MAX_SHOWN - 3] + "…" + (value[-1] if value[-1] in "\"'" else "")
    return f"{key}: {value}" if key else value


def has_words(text: str) -> bool:
    """Say whether a text holds a letter or a figure."""
    return re.search(r"[^\W_]", text) is not None
