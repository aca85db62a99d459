"""Fields of an issue that contradict one another: a bio about somebody else, a source read before it appeared."""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity, plural
from briefgen.manuscript import Manuscript
from briefgen.rules.analysis.bios import find_other_names

_LONGEST_WAIT = 1_826
"""In days: who corrects an issue after five years has probably mistyped the year."""
_FIRST_PRINT = 1450
_MONTH = 31


def find_contradictions(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the fields of an issue that do not go with another."""
    yield from _check_bios(manuscript)
    yield from _check_decks(manuscript)
    yield from _check_accessed(manuscript)
    yield from _check_late_reading(manuscript)
    yield from _check_years(manuscript)
    yield from _check_corrections(manuscript)


def _check_bios(manuscript: Manuscript) -> Iterator[Finding]:
    for other in find_other_names(manuscript):
        yield Finding(
            span=manuscript.document.span(other.path, other.span.start, other.span.end),
            message=f"the bio names “{other.name}”, the author is “{other.author}”",
            help="correct the name, or the bio",
            severity=Severity.NOTE,
        )


def _check_decks(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the decks that repeat the title above them."""
    for text in manuscript.items:
        if text.item.deck and text.item.deck.strip().casefold() == text.item.title.strip().casefold():
            span = manuscript.document.value_span(*text.path, "deck")
            yield Finding(
                span=span, message="the deck repeats the title", help="say what the item is about, or delete it"
            )


def _check_accessed(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the sources that were read before they appeared."""
    for key, source in manuscript.read_issue.sources.items():
        if source.accessed is None or source.date is None or source.date.precision == "undated":
            continue
        days = (source.date.earliest - source.accessed).days
        # One day may be the difference of two time zones.
        if days > 1:
            yield Finding(
                span=manuscript.document.value_span("sources", key, "accessed"),
                message=f"the source was accessed {days} days before its date",
                help="correct one of the two",
                related=(Related(manuscript.document.value_span("sources", key, "date"), "its date"),),
            )


def _check_late_reading(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the sources that were read long after the issue that cites them."""
    issue = manuscript.read_issue
    for key, source in issue.sources.items():
        days = (source.accessed - issue.modified).days if source.accessed else 0
        # Between a correction and its issue, sources may be read again.
        if days > _MONTH:
            yield Finding(
                span=manuscript.document.value_span("sources", key, "accessed"),
                message=f"the source was accessed {days} days after the issue",
                help="check its year",
                related=(Related(manuscript.document.value_span("date"), "the date of the issue"),),
            )


def _check_years(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the sources that are older than print: two digits of their year are swapped."""
    for key, source in manuscript.read_issue.sources.items():
        if source.date is None or source.date.precision == "undated" or source.date.latest.year >= _FIRST_PRINT:
            continue
        message = f"the source is dated in the year {source.date.latest.year}"
        span = manuscript.document.value_span("sources", key, "date")
        yield Finding(span=span, message=message, help="check its year")


def _check_corrections(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the corrections that are dated before the issue."""
    issue, document = manuscript.read_issue, manuscript.document
    for index, correction in enumerate(issue.corrections):
        days = (issue.date - correction.date).days
        if days < -_LONGEST_WAIT:
            yield Finding(
                span=document.value_span("corrections", index, "date"),
                message=f"the correction is dated {-days // 365} years after the issue",
                help="check its year",
                related=(Related(document.value_span("date"), "the date of the issue"),),
            )
        if days > 0:
            yield Finding(
                span=document.value_span("corrections", index, "date"),
                message=f"the correction is dated {days} {plural(days, 'day')} before the issue",
                help="correct the date of the one or the other",
                related=(Related(document.value_span("date"), "the date of the issue"),),
            )
