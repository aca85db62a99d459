"""Finds the acronyms of a text, and those that it explains; for an issue and for those around it."""

import re

_ACRONYM = re.compile(r"[A-Z](?<!\w.)[A-Z]{1,6}(?!\w)")
# What explains an acronym: a parenthesis that holds it, or one of several words that follows it.
_PARENTHESIS = re.compile(r"\((?P<inside>[^()]{2,110})\)")
_INSIDE = re.compile(r"\b[A-Z]{2,7}(?=s?\b)")
_BEFORE_PARENTHESIS = re.compile(r"\b[A-Z]{2,7}(?=[*_”]* ?$)")
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
        before = _BEFORE_PARENTHESIS.search(text, max(0, start - _NEAR), start) if " " in match["inside"] else None
        if before is not None:
            found.add(before.group())
    return frozenset(found)
