"""Finds the acronyms of a text, and those that it explains; for an issue and for those around it."""

from briefgen.expressions import expression

_ACRONYM = expression(r"[A-Z](?<!\w.)[A-Z]{1,6}(?!\w)")
# What explains an acronym: a parenthesis that holds it, or one of several words that follows it.
_PARENTHESIS = expression(r"\((?P<inside>[^()]{2,110})\)")
_INSIDE = expression(r"\b[A-Z]{2,7}(?=s?\b)")
_BEFORE_PARENTHESIS = expression(r"\b[A-Z]{2,7}(?=[*_”]* ?$)")
_NEAR = 40


def find_acronyms(text: str) -> frozenset[str]:
    """Return the words of two to seven capital letters in a text."""
    return frozenset(_ACRONYM.findall(text))


def find_explained(text: str) -> frozenset[str]:
    """Return the acronyms inside parentheses, or before parentheses that contain several words."""
    found: set[str] = set()
    for match in _PARENTHESIS.finditer(text):
        # The destination of a link explains nothing.
        if "://" in match["inside"]:
            continue
        found.update(_INSIDE.findall(match["inside"]))
        start = match.start()
        # Behind the acronym there may be marks of emphasis, a quotation mark and a space.
        is_behind_capital = text[max(0, start - _NEAR) : start].rstrip(" *_”")[-1:].isupper()
        if " " not in match["inside"] or not is_behind_capital:
            continue
        before = _BEFORE_PARENTHESIS.search(text, max(0, start - _NEAR), start)
        if before is not None:
            found.add(before.group())
    return frozenset(found)
