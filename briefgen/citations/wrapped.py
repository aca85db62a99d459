"""Brackets around a citation that no citation has: `[[@key]]`, `［@key］`, and those that an escape lets stand."""

from msgspec.structs import replace

from briefgen.citations.citation import Group, Malformed
from briefgen.yamltext import Span

_PAIRS = (("\\[", "\\]"), ("[", "]"), ("［", "］"), ("【", "】"), ("〔", "〕"), ("{", "}"))


def with_brackets(found: Group | Malformed, text: str) -> Group | Malformed:
    """Return what was found with the brackets right around it, which are no part of a citation of ours.

    A group that stands in such brackets is printed in two pairs of marks.
    """
    if isinstance(found, Malformed):
        meant = found.suggestion.rstrip()
    else:
        meant = found.span.of(text) if found.form == "keyed" else ""
    span = _around(found.span, text)
    if not meant.startswith("[") or span == found.span:
        return found
    help_ = f"write `{meant}`"
    if isinstance(found, Malformed):
        return replace(found, span=span, text=span.of(text), help=help_, suggestion=meant)
    return Malformed(span, span.of(text), help_, meant)


def _around(span: Span, text: str) -> Span:
    for opening, closing in _PAIRS:
        start, end = span.start - len(opening), span.end + len(closing)
        if start >= 0 and text.startswith(opening, start) and text.startswith(closing, span.end):
            return Span(start, end)
    return span
