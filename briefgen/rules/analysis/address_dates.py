"""The dates that publishers put into the addresses of their articles."""

import re
from urllib.parse import urlsplit

from briefgen.model import MONTHS, DateError, PartialDate

_YEAR, _MONTH, _DAY = r"(?P<year>(?:19|20)\d\d)", r"(?P<month>\d\d?)", r"(?P<day>\d\d?)"
_SHAPES = (
    rf"/{_YEAR}-(?P<month>\d\d)/{_DAY}/",
    rf"/{_YEAR}(?P<month>\d\d)/(?P<day>\d\d)/",
    rf"/{_YEAR}/(?P<month>\d\d)-?(?P<day>\d\d)/",
    rf"/{_YEAR}/{_MONTH}/{_DAY}(?:/|$)",
    rf"[/-]{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?=[/_.-]|$)",
    rf"/[a-z]?{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?=[/_.]|$)",
    rf"/{_YEAR}[/-](?P<name>[a-z]{{3}})[/-]{_DAY}(?=[/-]|$)",
    rf"/{_YEAR}[/-]?(?P<month>\d\d)/",
)
_NAMES = tuple(month[:3].lower() for month in MONTHS)


# Year and number of the issue of a weekly: https://www.zeit.de/2025/09/wort.
_NUMBERED = frozenset({"zeit.de"})
_NUMBER = r"/(?:19|20)\d\d/\d\d/"
# Pages about a day that is to come.
_EVENTS = (
    r"(?i)/(?:[\w-]*-)?(?:meetings?|events?|calendar|agenda|conferences?|schedule|hearings?|termine?|veranstaltung(?:en)?|kalender"
    r"|sitzung(?:en)?|eventos?|calendario|reunion(?:es)?|sesion(?:es)?|evenements?|calendrier|reunions?|agenda|eventi)(?=[/-])"
)


def is_day_of_event(url: str) -> bool:
    """Return whether the date in an address is that of a meeting, which may be announced earlier."""
    return re.search(_EVENTS, urlsplit(url).path) is not None


def read_address(url: str, *, latest: int) -> PartialDate | None:
    """Return the date that an address holds: to the day, else to the month."""
    parts = urlsplit(url)
    if (parts.hostname or "").removeprefix("www.") in _NUMBERED and re.match(_NUMBER, parts.path):
        return None
    return read_date(parts.path, latest=latest)


def read_date(path: str, *, latest: int) -> PartialDate | None:
    """Return the date that a path holds: to the day, else to the month."""
    # All shapes have a year.
    for shape in _SHAPES if "19" in path or "20" in path else ():
        match = re.search(shape, path, re.IGNORECASE)
        parts = match.groupdict() if match else {}
        name = (parts.get("name") or "").lower()
        if match is None or (name and name not in _NAMES):
            continue
        month = _NAMES.index(name) + 1 if name else int(parts["month"])
        try:
            found = PartialDate(int(parts["year"]), month, int(parts["day"]) if parts.get("day") else None)
        except DateError:
            continue
        if 1990 <= int(parts["year"]) <= latest:  # noqa: PLR2004 - no publisher had a website before
            return found
    return None
