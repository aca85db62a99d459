"""Encodes text as YAML: inside an existing scalar, or as a complete value."""

import re

from briefgen.yamltext.nodes import ScalarStyle

# A string, so that `re` compiles it on first use: few commands write YAML.
_PLAIN = r"(?!(?:null|Null|NULL)$)[A-Za-z][\w .’'&/-]*"


def encode(words: str, style: ScalarStyle) -> str:
    """Return text escaped for use inside a scalar of a style; block and plain scalars have no escapes."""
    match style:
        case "single":
            return words.replace("'", "''")
        case "double":
            return words.replace("\\", "\\\\").replace('"', '\\"')
        case _:
            return words


def quote(text: str) -> str:
    """Return text as a double-quoted value."""
    return f'"{encode(text, "double")}"'


def quote_if_needed(text: str) -> str:
    """Return text as a value, double-quoted unless it is safe as a plain scalar."""
    return text if re.fullmatch(_PLAIN, text) and text == text.strip() else quote(text)
