"""Recognizes superfluous brackets around a citation: `[[@key]]`, `［@key］`, and escaped ones."""

from msgspec.structs import replace

from briefgen.citations.citation import Group, Malformed
from briefgen.yamltext import Span

_PAIRS = (("\\[", "\\]"), ("[", "]"), ("［", "］"), ("【", "】"), ("〔", "〕"), ("{", "}"))


def with_brackets(found: Group | Malformed, text: str) -> Group | Malformed:
    """Extend a citation by superfluous brackets right around it, as malformed; return it unchanged if there are none.

    In the outputs, the citation would otherwise have two pairs of brackets.
    """
    if isinstance(found, Malformed):
        suggestion = found.suggestion.rstrip()
    else:
        suggestion = found.span.of(text) if found.form == "keyed" else ""
    span = _with_brackets_span(found.span, text)
    if not suggestion.startswith("[") or span == found.span:
        return found
    help_ = f"write `{suggestion}`"
    if isinstance(found, Malformed):
        return replace(found, span=span, text=span.of(text), help=help_, suggestion=suggestion)
    return Malformed(span, span.of(text), help_, suggestion)


def _with_brackets_span(span: Span, text: str) -> Span:
    for opening, closing in _PAIRS:
        start, end = span.start - len(opening), span.end + len(closing)
        if start >= 0 and text.startswith(opening, start) and text.startswith(closing, span.end):
            return Span(start, end)
    return span
