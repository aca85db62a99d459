"""Detects dates after the issue, of sources that cannot have been read yet."""

from collections.abc import Mapping
from datetime import timedelta

from briefgen.model import Issue, PartialDate

_FEWEST = 2
# An issue whose newest source is so old has the wrong year; one in January, or on a quiet year, has not.
_STALE = timedelta(days=300)
# Allows for time zones.
GRACE = timedelta(days=1)


def is_too_late(date: PartialDate, issue: Issue) -> bool:
    """Return whether a source with a date is newer than the issue or its cutoff."""
    return date.year is not None and date.earliest > (issue.cutoff or issue.date + GRACE)


def find_late(issue: Issue) -> Mapping[str, PartialDate]:
    """Return the dates of the sources that are newer than the issue, by key."""
    return {
        key: source.date for key, source in issue.sources.items() if source.date and is_too_late(source.date, issue)
    }


def is_issue_early(issue: Issue) -> bool:
    """Return whether so many sources are newer than the issue that its own date is the one to doubt."""
    late = find_late(issue)
    dated = sum(source.date is not None and source.date.year is not None for source in issue.sources.values())
    return len(late) >= _FEWEST and len(late) * 2 > dated


def is_issue_late(issue: Issue) -> bool:
    """Return whether all sources are so much older than the issue that its own date is the one to doubt."""
    days = [source.date.earliest for source in issue.sources.values() if source.date and source.date.day is not None]
    return len(days) >= _FEWEST and issue.date - max(days) > _STALE
