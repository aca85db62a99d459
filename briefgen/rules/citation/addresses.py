"""What the address of a source gives away: its host, the article behind it, and what only tracks its reader."""

from urllib.parse import urlsplit

from briefgen.model import host_of
from briefgen.rules.citation.hosts import ARCHIVES, TRACKING, TRACKING_BY_HOST, TRACKING_PREFIXES

_PREFIXES = ("www.", "m.", "mobile.", "amp.")


def normalised(url: str) -> str:
    """Return what two addresses of one article have in common."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    kept = [part for part in parts.query.split("&") if part and not is_tracking(part, host)]
    host = next((host.removeprefix(prefix) for prefix in _PREFIXES if host.startswith(prefix)), host)
    path, _, last = parts.path.rpartition("/")
    path = path if not last or _is_index(last) else parts.path
    return host + path + ("?" + "&".join(sorted(kept)) if kept else "")


def is_tracking(parameter: str, host: str) -> bool:
    """Say whether `name=value` in a query only tells the publisher where its reader came from."""
    name = parameter.partition("=")[0].casefold()
    return (
        name in TRACKING
        or name.startswith(TRACKING_PREFIXES)
        or any(name in names for domain, names in TRACKING_BY_HOST.items() if is_under(host, domain))
    )


def is_under(host: str, *domains: str) -> bool:
    """Say whether a host is one of some domains or lies under one; `gov.uk` is a domain like any other."""
    return any(host == domain or host.endswith("." + domain) for domain in domains)


def is_archive(url: str) -> bool:
    """Say whether an address is that of a copy in an archive."""
    return is_under(host_of(url), *ARCHIVES)


def _is_index(name: str) -> bool:
    stem, _, extension = name.partition(".")
    return stem == "index" and 2 <= len(extension) <= 5 and extension.isalnum()  # noqa: PLR2004 - `js` to `shtml`
