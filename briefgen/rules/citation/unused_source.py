"""A source that is never cited.

The list of sources would promise evidence that the text does not use. Mark sources that you read but do not cite with
`background: true`. Issues without any citation are not reported, nor are sources that the issue means somewhere
without citing them: in a malformed citation, a link to their address, or a footnote. Other reports tell where. The
fix deletes the source. It is not offered if a citation without a source looks like it. If the source has a title or
an address, it is not offered either where a citation may have been lost: another source has neither, as those that
the fix of C102 adds, an item cites nothing, or a citation is malformed beyond recognition.

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan [@nyt].
    sources:
      nyt: {outlet: NYT, date: 2023-05-10}
      rfa: {outlet: RFA, date: 2021-07-23}

Reports:
    7:3 source `rfa` is never cited

Fixed:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan [@nyt].
    sources:
      nyt: {outlet: NYT, date: 2023-05-10}

Bad:
    briefs:
      - title: Kiel Waits
        deck: So says Kiel [@bbc].
        body: |
          Kiel stalled the plan (@nyt).
    sources:
      nyt: {outlet: NYT, date: 2023-05-10}
      bbc: {outlet: BBC, date: 2023-05-10}
      rfa: {outlet: RFA, date: 2021-07-23}

Reports:
    9:3 source `rfa` is never cited

Good:
    briefs:
      - title: Kiel Waits
        deck: So says Kiel [@bbc].
        body: |
          Kiel stalled the plan (@nyt).
    sources:
      nyt: {outlet: NYT, date: 2023-05-10}
      bbc: {outlet: BBC, date: 2023-05-10}
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.analysis.meant_sources import closest_keys, has_lost_citation, meant_keys
from briefgen.rules.rule import Rule
from briefgen.yamltext import Document, Edit, Mapping, Span


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield sources without a citation."""
    meant = meant_keys(manuscript)
    close = closest_keys(manuscript)
    for key in manuscript.uncited_sources:
        if key not in meant:
            yield Finding(
                span=manuscript.document.nearest_span("sources", key),
                message=f"source `{key}` is never cited",
                help="cite it, delete it, or mark it `background: true`",
                fix=_fix(manuscript.document, key) if key not in close and not _may_be_meant(manuscript, key) else None,
            )


def _may_be_meant(manuscript: Manuscript, key: str) -> bool:
    """Return whether a source with a title or an address may belong to a citation that has none, or a bare one."""
    sources = manuscript.read_issue.sources
    if not (sources[key].title or sources[key].url):
        return False
    is_lost = any(not found.keys and not each.lacks_date for _, _, each, found in manuscript.citations())
    return (
        is_lost
        or has_lost_citation(manuscript)
        or any(not (sources[each].title or sources[each].url) for each in manuscript.cited_keys)
    )


def _fix(document: Document, key: str) -> Fix | None:
    """Make the edit that cuts the whole lines of an entry, unless it is the last one left or shares its line."""
    block = document.node("sources")
    entry = block.entry(key) if isinstance(block, Mapping) else None
    if entry is None or not isinstance(block, Mapping) or len(block.entries) == 1:
        return None
    lines = document.lines
    first = lines.position(entry.key.span.start)
    last = lines.position(max(entry.key.span.end, entry.value.span.end - 1)).line
    if lines.line(first.line)[: first.column - 1].strip():
        return None
    start = lines.starts[first.line - 1]
    end = lines.starts[last] if last < len(lines.starts) else len(document.text)
    return Fix(f"delete `{key}`", (Edit(Span(start, end), ""),), is_safe=False)


RULE = Rule("C104", "unused-source", Severity.WARNING, check)
