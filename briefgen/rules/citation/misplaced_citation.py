"""A citation where none is printed: in a title, a credit, a bio, the summary, the subject or an alt text.

These texts also appear in lists, cards and feeds, where there is no room for a source, so the citation would be
printed as you typed it. Decks, captions and corrections can cite, just as bodies can.

Bad:
    briefs:
      - title: Kiel Waits [@nyt]
        body: |
          Kiel stalled the plan [@nyt].
    sources:
      nyt: {outlet: NYT, date: 2023-05-10}

Reports:
    2:23 a title cannot cite: “[@nyt]”

Fixed:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan [@nyt].
    sources:
      nyt: {outlet: NYT, date: 2023-05-10}
"""

from collections.abc import Iterator

from briefgen.citations import find_keyed
from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import FieldText, Manuscript
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, Span

_PLAIN = {"alt": "an alt text", "subject": "the subject"}
_BETTER = {"credit": "cite it in the caption", "bio": "cite it in the body", "summary": "cite it in the body"}


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield citations that would be printed as typed."""
    for field in manuscript.fields:
        if not field.is_citing:
            for span in sorted(_find(manuscript, field)):
                yield Finding(
                    span=field.file_span(span),
                    message=f"{_name(field)} cannot cite: “{span.of(field.prose.text)}”",
                    help=_BETTER.get(field.name, "cite it in the deck or the body"),
                    fix=_fix(field, span),
                )
    yield from _check_plain(manuscript)


def _check_plain(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield groups with a key in texts that hold no marks of any kind."""
    for path, scalar in manuscript.texts:
        if path[-1] in _PLAIN and path[0] != "sources":
            for group in find_keyed(scalar.value):
                start = len(scalar.value[: group.span.start].rstrip())
                words = scalar.value[:start] + scalar.value[group.span.end :]
                cut = manuscript.document.span(path, start, group.span.end)
                yield Finding(
                    span=manuscript.document.span(path, *group.span),
                    message=f"{_PLAIN[str(path[-1])]} cannot cite: “{group.span.of(scalar.value)}”",
                    help="cite it in the body",
                    fix=Fix("delete it", (Edit(cut, ""),), is_safe=False) if words.strip() else None,
                )


def _find(manuscript: Manuscript, field: FieldText) -> Iterator[Span]:
    """Yield groups that have a key or name a source of the issue; a credit may contain an outlet and a year."""
    resolver = manuscript.resolver
    for group in field.groups:
        is_known = all(resolver.resolve(citation).keys for citation in group.citations)
        if group.form == "keyed" or (is_known and field.name != "credit"):
            yield group.span
    yield from (each.span for each in field.scan.malformed if each.suggestion.startswith("["))


def _name(field: FieldText) -> str:
    return "the summary" if field.name == "summary" else f"a {field.name}"


def _fix(field: FieldText, span: Span) -> Fix | None:
    """Make the edit that leaves it out, with the space before it, if words are left."""
    text = field.prose.text
    start = len(text[: span.start].rstrip())
    if not text[:start].strip():
        return None
    return Fix("delete it", (Edit(field.file_span(Span(start, span.end)), ""),), is_safe=False)


RULE = Rule("C113", "misplaced-citation", Severity.ERROR, check)
