"""An address that hides where it leads.

A shortened address, a search result, a machine translation or a page made for one visitor does not show who published
the source. It may lead elsewhere tomorrow, and it dies with the service behind it. In texts, only redirects that have
the address of the page in them are reported, as mail programs and searches make them.

Bad:
    sources:
      kiel: {outlet: NYT, date: 2023-05-10, url: "https://bit.ly/3kIelX"}

Reports:
    2:46 bit.ly hides where this goes

Good:
    sources:
      kiel: {outlet: NYT, date: 2023-05-10, url: "https://www.nytimes.com/2023/05/10/kiel.html"}

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled [the plan](https://www.google.com/url?q=https://www.kiel.de/plan&sa=D).

Reports:
    4:31 google.com hides where this goes

Fixed:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled [the plan](https://www.kiel.de/plan).
"""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import FieldText, Manuscript
from briefgen.markdown import Opaque
from briefgen.model.same_address import is_under
from briefgen.rules.analysis.addresses import find_addresses
from briefgen.rules.analysis.hosts import HIDING_PATHS, PROXIES, SHORTENERS
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, Span

_LINKS = frozenset({"link", "address", "definition"})
_TARGETS = ("q", "url", "u")


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
    for field in manuscript.fields:
        for link in field.prose.opaque:
            if link.kind in _LINKS and "?" in link.address:
                yield from _check_link(field, link)


def _check_link(field: FieldText, link: Opaque) -> Iterator[Finding]:
    """Yield a link through a redirect that has the address of the page in it."""
    try:
        parts = urlsplit(link.address)
        given = parse_qs(parts.query)
    except ValueError:
        # S009 reports an address that is none.
        return
    host = (parts.hostname or "").removeprefix("www.")
    target = next((each for key in _TARGETS for each in given.get(key, ()) if each.startswith("http")), "")
    at = link.span.of(field.prose.text).find(link.address)
    # A translation is what the link is for.
    if not target or at < 0 or not _is_opaque(host, parts.path) or host.startswith("translate."):
        return
    place = field.file_span(Span(link.span.start + at, link.span.start + at + len(link.address)))
    is_plain = not any(mark in target for mark in "()<> ")
    yield Finding(
        span=place,
        message=f"{host} hides where this goes",
        help=f"write the address of the page: `{target[:100]}`",
        fix=Fix("write the address of the page", (Edit(place, target),), is_safe=False) if is_plain else None,
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
