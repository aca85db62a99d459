"""A source without a date, an undated one without the day it was read, or a typed citation without a date.

Without a date nobody can find the article again. Cite a page that shows no date as `undated`. Since such pages change,
add `accessed:` with the day you read it. In a typed group, an outlet before a semicolon does not share the date of the
next one; outlets parted by commas do: `(BBC, CNN, May 3)`. A typed citation without a date only makes a warning, or a
note if no part of its group has one, and nothing if it follows a link, which it then credits: `[a survey](https://…)
(BBC)`. If the issue lists one source of that outlet, and never cites it, the report gives its date.

Bad:
    briefs:
      - title: The Bill
        body: |
          The bill seeks a report [@bill; @office].
    sources:
      bill: {outlet: Congress.gov}
      office: {outlet: GAO, date: undated}

Reports:
    6:3 source `bill` has no date
    7:3 source `office` is undated and has no access date

Good:
    briefs:
      - title: The Bill
        body: |
          The bill seeks a report [@bill; @office].
    sources:
      bill: {outlet: Congress.gov, date: 2023-04-27}
      office: {outlet: GAO, date: undated, accessed: 2023-05-12}

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan (BBC; NYT, May 10). Bonn did not (Reuters).
    sources:
      nyt: {outlet: NYT, date: 2023-05-10}

Reports:
    4:30 “BBC” has no date
    4:63 “Reuters” has no date

Good:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan (BBC, May 9; NYT, May 10). Bonn did not (Reuters, May 10).
    sources:
      nyt: {outlet: NYT, date: 2023-05-10}
"""

from collections.abc import Iterator

from briefgen.citations import Citation, TypedDate, write_part
from briefgen.diagnostics import Finding, Fix, Related, Severity
from briefgen.manuscript import FieldText, Manuscript
from briefgen.rules.analysis.meant_sources import find_lone_outlets, find_undated, suggest_date
from briefgen.rules.analysis.new_sources import read_date
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, Span

_EXAMPLE = TypedDate(5, 12)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield sources and typed citations without a date, and undated sources without an access date."""
    yield from _find_typed(manuscript)
    issue = manuscript.read_issue
    for key, source in issue.sources.items():
        span = manuscript.document.nearest_span("sources", key)
        if source.date is None:
            cited = [
                citation
                for _, _, citation, found in manuscript.citations()
                if not citation.key and not found.keys and find_undated(manuscript, citation) == key
            ]
            day = read_date(manuscript, cited[0]) if cited else None
            hint = (
                f"write `date: {day}`, as it is cited"
                if day
                else "find the date, or write `date: undated` and `accessed:`"
            )
            yield Finding(span=span, message=f"source `{key}` has no date", help=hint)
        elif source.date.year is None and source.accessed is None:
            yield Finding(
                span=span,
                message=f"source `{key}` is undated and has no access date",
                help=f"add `accessed: {issue.date}`, the day you read it",
                severity=Severity.NOTE,
            )


def _find_typed(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield typed parts without a date; those of an outlet that is never dated make one report.

    Where an issue has neither a date nor a source, a name in parentheses is how it credits its links.
    """
    groups = [group for item in manuscript.citing_fields for group in item.groups]
    if not manuscript.read_issue.sources and all(each.lacks_date for group in groups for each in group.citations):
        return
    undated: dict[str, list[tuple[FieldText, Citation]]] = {}
    meant = {(each.text.field, each.span): each.key for each in find_lone_outlets(manuscript)}
    for item in manuscript.citing_fields:
        for group in item.groups:
            is_dated = any(citation.date is not None for citation in group.citations)
            for citation in (each for each in group.citations if each.lacks_date):
                key = meant.get((item.field, citation.span), "")
                if key:
                    yield _meant(manuscript, item, citation, key)
                elif is_dated:
                    yield _typed(manuscript, item, citation, Severity.WARNING)
                elif not _follows_link(item, group.span):
                    undated.setdefault(citation.outlet, []).append((item, citation))
    for first, *others in undated.values():
        related = tuple(Related(item.file_span(citation.span), "here too") for item, citation in others)
        yield _typed(manuscript, *first, Severity.NOTE, related)


def _follows_link(item: FieldText, group: Span) -> bool:
    """Return whether a link ends right before a group."""
    end = len(item.prose.visible[: group.start].rstrip(" \n”’\"'*_"))
    return any(each.kind in {"link", "address"} and each.span.end == end for each in item.prose.opaque)


def _meant(manuscript: Manuscript, item: FieldText, citation: Citation, key: str) -> Finding:
    """Return the finding for an outlet of which the issue lists one source that is not cited yet."""
    day, place = suggest_date(manuscript, key, item.field), item.file_span(citation.span)
    outlet = manuscript.read_issue.sources[key].outlet
    written = f"{outlet}{manuscript.written_language(item.field).labels.comma}{day}" if day else ""
    return Finding(
        span=place,
        message=f"“{citation.outlet}” has no date",
        help=f"write that of `{key}`: `{written}`" if written else f"write `[@{key}]` instead",
        fix=Fix(f"write `{written}`", (Edit(place, written),), is_safe=False) if written else None,
        severity=Severity.WARNING,
    )


def _typed(
    manuscript: Manuscript, item: FieldText, citation: Citation, severity: Severity, related: tuple[Related, ...] = ()
) -> Finding:
    language = manuscript.written_language(item.field)
    dated, undated = (write_part(citation.outlet, date, language) for date in (_EXAMPLE, TypedDate(is_undated=True)))
    return Finding(
        span=item.file_span(citation.span),
        message=f"“{citation.outlet}” has no date",
        help=f"write its own date: `{dated}`, or `{undated}`",
        related=related,
        severity=severity,
    )


RULE = Rule("C201", "missing-date", Severity.ERROR, check)
