"""Words as YAML writes them: inside the marks of a scalar, or as a whole value."""

import re

from briefgen.yamltext.nodes import ScalarStyle

# A text, which `re` compiles when it is first asked for it: few commands write YAML.
_PLAIN = r"(?!(?:null|Null|NULL)$)[A-Za-z][\w .’'&/-]*"


def encode(words: str, style: ScalarStyle) -> str:
    """Return words as they are written inside a scalar of a style; blocks and plain scalars know no escapes."""
    match style:
        case "single":
            return words.replace("'", "''")
        case "double":
            return words.replace("\\", "\\\\").replace('"', '\\"')
        case _:
            return words


def quote(text: str) -> str:
    """Return a text as a value in quotation marks."""
    return f'"{encode(text, "double")}"'


def quote_if_needed(text: str) -> str:
    """Return a text as a value, in quotation marks unless it is sure to be read as it stands."""
    return text if re.fullmatch(_PLAIN, text) and text == text.strip() else quote(text)
