"""URLs of sources: host, article, and tracking parameters."""

import re
from collections.abc import Iterator

from briefgen.manuscript import Manuscript
from briefgen.model import Source, host_of
from briefgen.model.same_address import is_under
from briefgen.rules.analysis.hosts import (
    ARCHIVES,
    PROXIES,
    SHORTENERS,
    SYNDICATES,
)
from briefgen.yamltext import Scalar

# Reserved for documentation (RFC 2606): used in drafts and tests, but never by an outlet.
_RESERVED = ("example.org", "example.com", "example.net")
# A stop that belongs to the last word: `/wiki/Apple_Inc.`, `/wiki/J._D.`
_ABBREVIATED = (
    r"(?i)(?:[^a-z](?:inc|co|cos|corp|ltd|bros|jr|sr|st|mt|dr|mr|mrs|ms|no|vs|etc|al|op|esq|ph\.d)|[^a-z][a-z])\.\Z"
)
_CLOSERS = {")": "(", "]": "["}


def find_addresses(manuscript: Manuscript) -> Iterator[tuple[str, Source, str]]:
    """Yield key, source and normalized URL of every source that has one."""
    for key, source in manuscript.read_issue.sources.items():
        if source.url is not None:
            yield key, source, source.url


def foreign_host(manuscript: Manuscript, source: Source) -> str:
    """Return the host of a source if the register knows its outlet under others only, else ""."""
    domains = [domain for outlet in manuscript.outlets.named(source.outlet) for domain in outlet.domains]
    host = host_of(source.url or "")
    shared = (*ARCHIVES, *PROXIES, *SHORTENERS, *SYNDICATES, *_RESERVED)
    return host if domains and host and not is_under(host, *domains, *shared) else ""


def owner_of(manuscript: Manuscript, host: str) -> str:
    """Return the name of the outlet with a host in the register, or ""."""
    return next((each.name for each in manuscript.outlets.entries if is_under(host, *each.domains)), "")


def written_address(manuscript: Manuscript, key: str) -> str:
    """Return the URL of a source as written in the file, for edits inside it."""
    node = manuscript.document.node("sources", key, "url")
    return node.value if isinstance(node, Scalar) else ""


def stray_end(address: str) -> str:
    """Return the marks at the end of a URL that belong to the text around it, such as `.` and a lone `)`; or ""."""
    # A text fragment quotes the page, with its marks.
    bare = "" if "#:~:text=" in address else address
    while bare:
        last = bare[-1]
        is_closer = last in _CLOSERS and bare.count(last) > bare.count(_CLOSERS[last])
        is_stop = last in ".:" and not bare.endswith("/..") and not re.search(_ABBREVIATED, bare)
        if not is_closer and not is_stop and last not in "*“”»":
            break
        bare = bare[:-1]
    return address[len(bare) :] if bare else ""


def is_archive(url: str) -> bool:
    """Return whether a URL points to an archive."""
    return is_under(host_of(url), *ARCHIVES)
