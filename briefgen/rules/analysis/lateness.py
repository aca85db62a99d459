"""Detects dates after the issue, of sources that cannot have been read yet."""

from datetime import timedelta

from briefgen.model import Issue, PartialDate

# Allows for time zones.
GRACE = timedelta(days=1)


def is_too_late(date: PartialDate, issue: Issue) -> bool:
    """Return whether a source with a date is newer than the issue or its cutoff."""
    return date.year is not None and date.earliest > (issue.cutoff or issue.date + GRACE)
