"""A citation that leads to no source.

A key without a source cannot be printed: an error. A typed citation without one is printed as typed, but
links nowhere and is missing from the list of sources. An issue without any `sources:` is reported once.

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan [@nyt-kiel].
    sources:
      nyt-keil: {outlet: NYT, date: 2023-05-10}

Reports:
    4:31 no source `nyt-kiel`

Good:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan [@nyt-kiel].
    sources:
      nyt-kiel: {outlet: NYT, date: 2023-05-10}

Bad:
    briefs:
      - title: Arnhem Leaves
        body: |
          Arnhem ended its ties (NRC, May 7).
    sources:
      nyt: {outlet: NYT, date: 2023-05-10}

Reports:
    4:30 no source for (NRC, May 7)

Fixed:
    briefs:
      - title: Arnhem Leaves
        body: |
          Arnhem ended its ties (NRC, May 7).
    sources:
      nyt: {outlet: NYT, date: 2023-05-10}
      nrc-2023-05-07:
        outlet: NRC
        date: 2023-05-07
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain, count

from briefgen.citations import Citation, TypedDate
from briefgen.diagnostics import Finding, Fix, Related, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.model import DateError, PartialDate, nearest
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, Mapping, Span


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield citations without a source."""
    missing = [
        (item, citation)
        for item, _, citation, resolution in manuscript.citations()
        if not resolution.keys and not _is_reported_elsewhere(citation, manuscript)
    ]
    typed = [(item, citation) for item, citation in missing if not citation.key]
    yield from (_keyed(manuscript, item, citation) for item, citation in missing if citation.key)
    if not manuscript.read_issue.sources and len(typed) > 1:
        yield _all_at_once(typed)
    else:
        yield from (_typed(manuscript, item, citation) for item, citation in typed)


def _is_reported_elsewhere(citation: Citation, manuscript: Manuscript) -> bool:
    """Say whether the date itself is the fault: C202 reports it, and nothing can be found for it."""
    return citation.date is not None and bool(citation.date.impossible(manuscript.resolver.year))


def _keyed(manuscript: Manuscript, item: ItemText, citation: Citation) -> Finding:
    sources = manuscript.read_issue.sources
    close = nearest(citation.key, sources)
    at = item.prose.text.index("@" + citation.key, citation.span.start) + 1
    span = item.place(Span(at, at + len(citation.key)))
    hint = f"did you mean `{close}`?" if close else f"add `{citation.key}:` under `sources:`"
    fix = Fix(f"cite `{close}`", (Edit(span, close),), is_safe=False) if close else None
    return Finding(
        span=item.place(citation.span) if close is None else span,
        message=f"no source `{citation.key}`",
        help=hint,
        fix=fix,
    )


def _typed(manuscript: Manuscript, item: ItemText, citation: Citation) -> Finding:
    shown = f"({citation.outlet}, {citation.date})"
    close = _closest(manuscript, citation)
    hint = f"closest: `{close}`; or add it to `sources:`" if close else "add it to `sources:`"
    return Finding(
        span=item.place(citation.span),
        message=f"no source for {shown}",
        help=hint,
        fix=_fix(manuscript, citation),
        severity=Severity.WARNING,
    )


def _all_at_once(typed: list[tuple[ItemText, Citation]]) -> Finding:
    item, citation = typed[0]
    return Finding(
        span=item.place(citation.span),
        message=f"{len(typed)} citations and no `sources:`: none of them links anywhere",
        help="list what they cite under `sources:`",
        related=tuple(Related(item.place(citation.span), "also") for item, citation in typed[1:]),
        severity=Severity.WARNING,
    )


def _closest(manuscript: Manuscript, citation: Citation) -> str:
    """Return the source of the same outlet whose date is nearest, as `NRC 2023-05-08`."""
    wanted = _date(manuscript, citation)
    sources = manuscript.read_issue.sources.values()
    ids = manuscript.outlets.ids(citation.outlet)
    same = [source for source in sources if ids & manuscript.outlets.ids(source.outlet) and source.date]
    if not same or wanted is None:
        return ""
    source = min(same, key=lambda each: abs(((each.date or wanted).earliest - wanted.earliest).days))
    return f"{source.outlet} {source.date}"


def _date(manuscript: Manuscript, citation: Citation) -> PartialDate | None:
    date = citation.date or TypedDate(is_undated=True)
    try:
        return date.restored(manuscript.resolver.year).to_date()
    except DateError:
        return None


def _fix(manuscript: Manuscript, citation: Citation) -> Fix | None:
    """Make the edit that adds an entry at the end of `sources:`, laid out as the first one there."""
    date, block = _date(manuscript, citation), manuscript.document.node("sources")
    if date is None or not isinstance(block, Mapping) or not block.entries:
        return None
    lines = manuscript.document.lines
    first = lines.position(block.entries[0].key.span.start)
    margin = lines.line(first.line)[: first.column - 1]
    if margin.strip():
        return None
    key, outlet = _key(manuscript, citation, date), _quoted(citation.outlet)
    text = f"\n{margin}{key}:\n{margin}  outlet: {outlet}\n{margin}  date: {date}"
    return Fix("add the source", (Edit(Span(block.span.end, block.span.end), text),), is_safe=False)


def _key(manuscript: Manuscript, citation: Citation, date: PartialDate) -> str:
    taken = manuscript.read_issue.sources
    plain = unicodedata.normalize("NFKD", citation.outlet.casefold()).encode("ascii", "ignore").decode()
    stem = f"{re.sub('[^a-z0-9]+', '-', plain).strip('-')}-{date}".lstrip("-")
    return next(key for key in chain([stem], (f"{stem}-{number}" for number in count(2))) if key not in taken)


def _quoted(text: str) -> str:
    if re.fullmatch(r"[A-Za-z][\w .’'&/-]*", text):
        return text
    return '"' + text.replace("\\", r"\\").replace('"', r"\"") + '"'


RULE = Rule("C102", "undefined-source", Severity.ERROR, check)
