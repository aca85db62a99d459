"""An address with parameters that only track its reader.

They tell the publisher who passed the address on, and make one article look like two. Parameters that are not known
to track are kept, because many pages cannot be found without theirs.

Bad:
    sources:
      kiel: {outlet: NYT, date: 2023-05-10, url: "https://www.nytimes.com/kiel.html?smid=tw-share&id=4&utm_source=x"}

Reports:
    2:46 tracking parameters in the address: smid, utm_source

Fixed:
    sources:
      kiel: {outlet: NYT, date: 2023-05-10, url: "https://www.nytimes.com/kiel.html?id=4"}
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import Manuscript
from briefgen.model import host_of
from briefgen.rules.analysis.addresses import find_addresses, is_tracking, written_address
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, Span


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield addresses that track."""
    for key, _, url in find_addresses(manuscript):
        written, host = written_address(manuscript, key), host_of(url)
        query = _query(written)
        found = [(span, is_tracking(span.of(written), host)) for span in _parameters(written, query)]
        names = [span.of(written).partition("=")[0] for span, tracks in found if tracks]
        if not names:
            continue
        path = ("sources", key, "url")
        cuts = [query] if len(names) == len(found) else list(_cuts(found))
        edits = tuple(Edit(manuscript.document.span(path, cut.start, cut.end), "") for cut in cuts)
        yield Finding(
            span=manuscript.document.value_span(*path),
            message=f"tracking {'parameter' if len(names) == 1 else 'parameters'} in the address: {', '.join(names)}",
            help="delete them",
            fix=Fix("delete them", edits, is_safe=True),
        )


def _query(url: str) -> Span:
    """Return the span of the query with its question mark; empty if there is none."""
    end = url.find("#") if "#" in url else len(url)
    start = url.find("?", 0, end)
    return Span(start, end) if start >= 0 else Span(end, end)


def _parameters(url: str, query: Span) -> Iterator[Span]:
    start = query.start + 1
    for part in query.of(url)[1:].split("&"):
        if part:
            yield Span(start, start + len(part))
        start += len(part) + 1


def _cuts(parameters: list[tuple[Span, bool]]) -> Iterator[Span]:
    """Yield what to cut: each parameter with the `&` before it, or after it while none is kept."""
    has_kept = False
    for span, tracks in parameters:
        if tracks:
            yield Span(span.start - 1, span.end) if has_kept else Span(span.start, span.end + 1)
        has_kept = has_kept or not tracks


RULE = Rule("C303", "tracking-parameters", Severity.WARNING, check)
