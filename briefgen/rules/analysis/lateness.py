"""Which dates lie after the issue: such a source cannot have been read."""

from datetime import timedelta

from briefgen.model import Issue, PartialDate

# A day is left for time zones.
GRACE = timedelta(days=1)


def is_too_late(date: PartialDate, issue: Issue) -> bool:
    """Return whether a source of a date is newer than the issue, or than its cutoff."""
    return date.year is not None and date.earliest > (issue.cutoff or issue.date + GRACE)
