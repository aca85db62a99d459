"""White space in printed words: what is collapsed, and the spaces an author chose, which stay."""

from briefgen.expressions import expression

# `str.split` parts words at no-break and other typographic spaces too. Line breaks of all kinds go: formats of one line
# rely on it.
_ORDINARY = expression("[ \t\n-\r\x1c-\x1f\x85\u2028\u2029]+")


def collapse_spaces(text: str) -> str:
    """Return a text on one line, with single spaces and none at its ends; no-break spaces in it stay.

    For words that are printed. Where words are compared, `" ".join(text.split())` makes all spaces alike.
    """
    return _ORDINARY.sub(" ", text).strip()
