"""The identifiers of issues in feeds, by which feed readers recognize what they have shown before.

They are tag URIs (RFC 4151) of the host, the year of the issue, and its number: `tag:news.example.org,2023:/133`. So
they stay the same if the title, the file name or the address of an issue changes.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from briefgen.archive.entry import Entry


def make_ids(entries: Iterable[Entry], base: str) -> dict[str, str]:
    """Return the identifier of each issue by its slug; `base` is the address of the site, ending with a slash."""
    parts = urlsplit(base)
    return dict(_make(entries, parts.hostname or "", parts.path))


def _make(entries: Iterable[Entry], host: str, path: str) -> Iterator[tuple[str, str]]:
    taken: set[str] = set()
    for entry in sorted(entries, key=lambda each: (each.date, each.slug)):
        plain = f"tag:{host},{entry.year}:{path}{entry.number}"
        # Two issues of one number are a mistake, which rule S006 reports; no feed may give two entries one identifier.
        yield entry.slug, f"{plain}/{entry.slug}" if plain in taken else plain
        taken.add(plain)
