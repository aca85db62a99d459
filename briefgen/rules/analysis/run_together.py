"""Bodies whose lines YAML runs together, because they are not written below `|`."""

import re

from briefgen.manuscript import FieldText
from briefgen.yamltext import Scalar

# Compiled when a text first needs them: most bodies are literal.
_MARKED = r"[ \t]*(?:[-*+•][ \t]|\d{1,3}[.)][ \t]|#{1,6}[ \t]|>[ \t]|\|)"
_HEADED = r"\s*#{1,6}[ \t][^\n]*\n[ \t]*\S"
_BROKEN = r"(?: {2,}|\\)$"


def find_loss(text: FieldText) -> str:
    """Return what runs together in a text: `lines`, `paragraphs` or `line breaks`; "" where nothing does."""
    match text.document.node(*text.field):
        case Scalar(style=style) as scalar if text.name == "body" and style != "literal":
            return _find_loss(scalar.span.of(text.document.text), is_folded=style == "folded")
        case _:
            return ""


def _find_loss(written: str, *, is_folded: bool) -> str:
    """Return what runs together; nothing where the lines may."""
    lines = written.splitlines()[1 if is_folded else 0 :]
    texts = [line for line in lines if line.strip()]
    if any(re.match(_MARKED, line) for line in texts[1:]) or re.match(_HEADED, "\n".join(lines)):
        return "lines"
    # One empty line ends a paragraph in Markdown, and is a mere line break to YAML; two are an empty line.
    if re.search(r"\S[ \t]*\n[ \t]*\n[ \t]*\S", "\n".join(lines)):
        return "paragraphs"
    return "line breaks" if any(re.search(_BROKEN, line) for line in texts[:-1]) else ""
