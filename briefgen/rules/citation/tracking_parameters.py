"""An address with parameters that only track its reader.

They tell the publisher who passed the address on, and make one article look like two. Parameters that are not known
to track are kept, because many pages cannot be found without theirs. Links in texts count too, and make one report.
There, `utm_` may be the newsletter's own, so its fix asks first, unless a chat assistant added it. Addresses at the
host of the `url` in `publication.yaml` are left alone, because a house may count its own readers.

Bad:
    sources:
      kiel: {outlet: NYT, date: 2023-05-10, url: "https://www.nytimes.com/kiel.html?smid=tw-share&id=4&utm_source=x"}

Reports:
    2:46 tracking parameters in the address: smid, utm_source

Fixed:
    sources:
      kiel: {outlet: NYT, date: 2023-05-10, url: "https://www.nytimes.com/kiel.html?id=4"}

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled [the plan](https://www.kiel.de/plan?utm_source=chatgpt.com).

Reports:
    4:31 tracking parameter in the address: utm_source

Fixed:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled [the plan](https://www.kiel.de/plan).
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.expressions import expression
from briefgen.manuscript import FieldText, Manuscript
from briefgen.model import host_of
from briefgen.model.same_address import is_tracking
from briefgen.rules.analysis.addresses import find_addresses, written_address
from briefgen.rules.analysis.merging import merge
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, Path, Span

# A newsletter may count the readers that it sends to a page.
_OWN = "utm_"
_ASSISTANT = expression(r"[?&]utm_source=(?:chatgpt\.com|openai|perplexity)\b")
_LINKS = frozenset({"link", "address", "definition"})


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield addresses that track, of sources and in texts."""
    own = _bare(host_of(manuscript.publication.url or ""))
    for key, _, url in find_addresses(manuscript):
        if own == _bare(host_of(url)):
            continue
        path = ("sources", key, "url")
        place = manuscript.document.value_span(*path)
        yield from _check(written_address(manuscript, key), host_of(url), place, partial(_span_at, manuscript, path))
    for field in manuscript.fields:
        for part in field.prose.opaque:
            at = (
                part.span.of(field.prose.text).find(part.address) if part.kind in _LINKS and "?" in part.address else -1
            )
            host = _host_in(part.address) if at >= 0 else ""
            if at >= 0 and not (own and own == _bare(host)):
                shift = partial(_shifted, field, part.span.start + at)
                place = shift(Span(0, len(part.address)))
                for found in _check(part.address, host, place, shift):
                    fix = found.fix and _asking(found.fix, part.address)
                    yield replace(found, fix=fix, cause="in texts")


def _merge(found: Sequence[Finding]) -> Finding:
    return merge(found, f"{len(found)} links with tracking parameters")


def _check(written: str, host: str, place: Span, to_file: Callable[[Span], Span]) -> Iterator[Finding]:
    """Yield the finding for an address as it is written, if it tracks; `to_file` finds its parts in the file."""
    query = _query(written)
    found = [(span, is_tracking(span.of(written), host)) for span in _parameters(written, query)]
    names = [span.of(written).partition("=")[0] for span, tracks in found if tracks]
    if not names:
        return
    cuts = [query] if len(names) == len(found) else list(_cuts(found))
    yield Finding(
        span=place,
        message=f"tracking {'parameter' if len(names) == 1 else 'parameters'} in the address: {', '.join(names)}",
        help="delete them",
        fix=Fix("delete them", tuple(Edit(to_file(cut), "") for cut in cuts), is_safe=True),
    )


def _asking(fix: Fix, address: str) -> Fix:
    """Return a fix that is applied without asking only if the parameters cannot be the newsletter's own."""
    return replace(fix, is_safe=_OWN not in address or _ASSISTANT.search(address) is not None)


def _span_at(manuscript: Manuscript, path: Path, span: Span) -> Span:
    return manuscript.document.span(path, span.start, span.end)


def _shifted(field: FieldText, start: int, span: Span) -> Span:
    return field.file_span(Span(start + span.start, start + span.end))


def _host_in(address: str) -> str:
    try:
        return host_of(address)
    except ValueError:
        return ""


def _bare(host: str) -> str:
    return host.removeprefix("www.")


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


RULE = Rule("C303", "tracking-parameters", Severity.WARNING, check, merge=_merge)
