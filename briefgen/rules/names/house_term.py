"""A word that house style writes differently.

Readers take two words for two things. Your own list, `terms.yaml` next to publication.yaml, says what to write, what
to avoid, and where exceptions apply. Quotations, citations and headlines of sources are not checked, nor is a word
before `[sic]`. Each term makes one report that lists all its places, with the severity set in the list.

Bad:
    # terms.yaml: [{expected: Taiwan Strait, patterns: [Taiwan Straits], safe: true}]
    briefs:
      - title: Ships off Japan
        body: |
          Tokyo spoke of the Taiwan Straits, and an old chart says “Taiwan Straits” too.

Reports:
    5:26 “Taiwan Straits” is not house style

Fixed:
    # terms.yaml: [{expected: Taiwan Strait, patterns: [Taiwan Straits], safe: true}]
    briefs:
      - title: Ships off Japan
        body: |
          Tokyo spoke of the Taiwan Strait, and an old chart says “Taiwan Straits” too.
"""

from collections.abc import Iterator
from itertools import groupby

from briefgen.diagnostics import Finding, Fix, Related, Severity
from briefgen.manuscript import Manuscript
from briefgen.model import Term
from briefgen.prose import TermUse
from briefgen.rules.analysis.own_texts import own_texts
from briefgen.rules.analysis.sic import is_sic
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, Span


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each term of the house that the issue writes otherwise, once with all its places."""
    if not manuscript.terms.entries:
        return
    found = [
        (use, manuscript.document.span(path, use.span.start, use.span.end))
        for path, text in own_texts(manuscript)
        for use in manuscript.terms.find(text)
        if not is_sic(text, use.span.end)
    ]
    order = {id(term): index for index, term in enumerate(manuscript.terms.entries)}
    found.sort(key=lambda place: order[id(place[0].term)])
    for _, places in groupby(found, key=lambda place: order[id(place[0].term)]):
        yield _report(manuscript, list(places))


def _report(manuscript: Manuscript, places: list[tuple[TermUse, Span]]) -> Finding:
    use, span = places[0]
    written = " ".join(span.of(manuscript.document.text).split())
    title = f"write “{use.instead}”"
    reason = f": {use.term.reason.strip()}" if use.term.reason else ""
    return Finding(
        span=span,
        message=f"“{written}” is not house style",
        help=title + reason,
        related=tuple(Related(other, f"“{each.instead}” here") for each, other in places[1:]),
        fix=Fix(title, tuple(Edit(place, each.instead) for each, place in places), is_safe=use.term.safe),
        severity=_severity(use.term),
    )


def _severity(term: Term) -> Severity | None:
    return Severity(term.severity) if term.severity else None


RULE = Rule("N109", "house-term", Severity.WARNING, check)
