"""URLs of sources: host, article, and tracking parameters."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from briefgen.manuscript import Manuscript
from briefgen.model import Source, host_of
from briefgen.rules.analysis.hosts import (
    ARCHIVES,
    PROXIES,
    SHORTENERS,
    SYNDICATES,
    TRACKING,
    TRACKING_BY_HOST,
    TRACKING_PREFIXES,
)
from briefgen.yamltext import Scalar

# Reserved for documentation (RFC 2606): used in drafts and tests, but never by an outlet.
_RESERVED = ("example.org", "example.com", "example.net")
# A stop that belongs to the last word: `/wiki/Apple_Inc.`, `/wiki/J._D.`
_ABBREVIATED = (
    r"(?i)(?:[^a-z](?:inc|co|cos|corp|ltd|bros|jr|sr|st|mt|dr|mr|mrs|ms|no|vs|etc|al|op|esq|ph\.d)|[^a-z][a-z])\.\Z"
)
_CLOSERS = {")": "(", "]": "["}
_PREFIXES = ("www.", "m.", "mobile.", "amp.")


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


def normalised(url: str) -> str:
    """Normalize a URL so that different URLs of the same article compare equal."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    kept = [part for part in parts.query.split("&") if part and not is_tracking(part, host)]
    host = next((host.removeprefix(prefix) for prefix in _PREFIXES if host.startswith(prefix)), host)
    path, _, last = parts.path.rpartition("/")
    path = path if not last or _is_index(last) else parts.path
    return host + path + ("?" + "&".join(sorted(kept)) if kept else "")


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


def is_tracking(parameter: str, host: str) -> bool:
    """Return whether a `name=value` query parameter is only for tracking."""
    name = parameter.partition("=")[0].casefold()
    return (
        name in TRACKING
        or name.startswith(TRACKING_PREFIXES)
        or any(name in names for domain, names in TRACKING_BY_HOST.items() if is_under(host, domain))
    )


def is_under(host: str, *domains: str) -> bool:
    """Return whether a host equals one of the domains or is a subdomain; `gov.uk` is treated like any domain."""
    return f".{host}".endswith(tuple(f".{domain}" for domain in domains))


def is_archive(url: str) -> bool:
    """Return whether a URL points to an archive."""
    return is_under(host_of(url), *ARCHIVES)


def _is_index(name: str) -> bool:
    stem, _, extension = name.partition(".")
    return stem == "index" and 2 <= len(extension) <= 5 and extension.isalnum()  # noqa: PLR2004 - `js` to `shtml`
