"""An address that hides where it leads.

A shortened address, a search result, a machine translation or a page made for one visitor does not show who published
the source. It may lead elsewhere tomorrow, and it dies with the service behind it.

Bad:
    sources:
      kiel: {outlet: NYT, date: 2023-05-10, url: "https://bit.ly/3kIelX"}

Reports:
    2:46 bit.ly hides where this goes

Good:
    sources:
      kiel: {outlet: NYT, date: 2023-05-10, url: "https://www.nytimes.com/2023/05/10/kiel.html"}
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.model.same_address import is_under
from briefgen.rules.analysis.addresses import find_addresses
from briefgen.rules.analysis.hosts import HIDING_PATHS, PROXIES, SHORTENERS
from briefgen.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield addresses of go-betweens."""
    for key, _, url in find_addresses(manuscript):
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
        if _is_opaque(host, parts.path):
            yield Finding(
                span=manuscript.document.value_span("sources", key, "url"),
                message=f"{host} hides where this goes",
                help="open it, and paste the final address",
            )


def _is_opaque(host: str, path: str) -> bool:
    return (
        host in SHORTENERS
        or is_under(host, *PROXIES)
        or any(is_under(host, domain) and _begins(path, starts) for domain, starts in HIDING_PATHS.items())
    )


def _begins(path: str, starts: tuple[str, ...]) -> bool:
    """Return whether a path is one of the given paths, or below one of them."""
    return any(path == start or path.startswith(start.rstrip("/") + "/") for start in starts)


RULE = Rule("C304", "opaque-url", Severity.WARNING, check)
