"""Selects sources: by what they lack, and by their dates."""

from collections.abc import Callable, Iterable

from briefgen.citations.bibliography import BibliographyEntry, SourceListing
from briefgen.model import PartialDate, Source
from briefgen.rules.analysis.addresses import is_archive

Lacks = Callable[[Source], bool]


def _lacks_url(source: Source) -> bool:
    # As the rule missing-url sees it: others have no address to add.
    return source.url is None and not (source.print or source.interview)


def _lacks_archive(source: Source) -> bool:
    return source.url is not None and source.archived is None and not is_archive(source.url)


MISSING: dict[str, Lacks] = {
    "url": _lacks_url,
    "date": lambda source: source.date is None,
    "title": lambda source: source.title is None,
    "author": lambda source: source.author is None,
    "archive": _lacks_archive,
    "language": lambda source: source.language is None,
    "accessed": lambda source: source.url is not None and source.accessed is None,
}
"""What a source can lack, and how to tell. `undated` is a date; what has no address needs no archived copy."""


def find_lacking(entry: BibliographyEntry, field: str) -> tuple[SourceListing, ...]:
    """Return the listings of a source that lack a field, even if another issue has it."""
    return tuple(each for each in entry.listings if MISSING[field](each.source))


def select_by_date(
    entries: Iterable[BibliographyEntry], since: PartialDate | None, until: PartialDate | None
) -> tuple[tuple[BibliographyEntry, ...], int]:
    """Return the sources that may be of a period, and how many were left out because they have no date.

    A source of 2023 may be of May 2023; a period until 2023 ends with the last day of that year.
    """
    entries = tuple(entries)
    if since is None and until is None:
        return entries, 0
    dated = [each for each in entries if each.source.date is not None and each.source.date.year is not None]
    kept = tuple(each for each in dated if each.source.date and _overlaps(each.source.date, since, until))
    return kept, len(entries) - len(dated)


def _overlaps(written: PartialDate, since: PartialDate | None, until: PartialDate | None) -> bool:
    return not (since and written.latest < since.earliest) and not (until and written.earliest > until.latest)
