"""A source dated after the issue that cites it.

This is the most common slip in January: “December 22” without its year, meant as last December, is read as the coming
one. The rule allows one day for time zones. `cutoff:` sets a different last day.

Bad:
    briefs:
      - title: Pairs of Cities
        body: |
          The embassy counts 234 pairs (PRC Embassy, December 22).

Reports:
    4:37 source is dated 7 months after the issue

Fixed:
    briefs:
      - title: Pairs of Cities
        body: |
          The embassy counts 234 pairs (PRC Embassy, December 22, 2022).

Bad:
    number: 133
    date: 2022-05-12
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan (NYT, May 10), and Bonn did not (BBC, May 9).
    sources:
      nyt: {outlet: NYT, date: 2023-05-10}
      bbc: {outlet: BBC, date: 2023-05-09}

Reports:
    2:7 2 of 2 sources are dated after the issue

Good:
    number: 133
    date: 2023-05-12
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan (NYT, May 10), and Bonn did not (BBC, May 9).
    sources:
      nyt: {outlet: NYT, date: 2023-05-10}
      bbc: {outlet: BBC, date: 2023-05-09}
"""

from collections.abc import Iterator, Mapping

from briefgen.citations import Citation
from briefgen.diagnostics import Finding, Fix, Related, Severity, plural
from briefgen.manuscript import FieldText, Manuscript
from briefgen.model import Issue, PartialDate
from briefgen.rules.analysis.lateness import find_late, is_issue_early, is_too_late
from briefgen.rules.analysis.typed_years import add_year
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, Span

_MONTH = 30
_TWO_WEEKS = 14
_MONTHS = 12


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield sources, and typed citations without one, that are dated after the issue."""
    issue, document = manuscript.read_issue, manuscript.document
    late = find_late(issue)
    own = document.value_span("cutoff" if issue.cutoff else "date")
    if is_issue_early(issue):
        yield _issue_itself(manuscript, late, own)
        late = {}
    help_ = "check the dates of the source and the issue"
    if len(late) > 1:
        line = document.lines.position(own.start).line
        help_ = f"check the date of the issue, in line {line}, first: {len(late)} sources are later"
    for key, day in late.items():
        turned = _turned(day, issue)
        yield Finding(
            span=document.value_span("sources", key, "date"),
            message=_message(day, issue),
            help=f"are the day and month swapped? `{turned}` is before the issue" if turned else help_,
            related=(Related(own, "the date of the issue"),),
        )
    for item, _, citation, resolution in manuscript.citations():
        typed = citation.date.resolve(issue.date.year) if citation.date and not resolution.keys else None
        if typed is not None and is_too_late(typed, issue):
            yield _typed(item, citation, typed, issue)


def _turned(day: PartialDate, issue: Issue) -> PartialDate | None:
    """Return a date with its day and month swapped, if that is a date shortly before the issue; else None."""
    if day.day is None or day.day > _MONTHS or day.day == day.month:
        return None
    turned = PartialDate(day.year, day.day, day.month)
    return turned if 0 <= (issue.date - turned.earliest).days <= 2 * _MONTH else None


def _issue_itself(manuscript: Manuscript, late: Mapping[str, PartialDate], own: Span) -> Finding:
    """Return the finding for an issue whose own date is earlier than most of its sources."""
    issue, document = manuscript.read_issue, manuscript.document
    first = document.value_span("sources", next(iter(late)), "date")
    others = ((document.value_span("sources", key, "date"), day) for key, day in late.items())
    newest = max(late.values(), key=lambda day: day.earliest)
    what = "cutoff" if issue.cutoff else "issue"
    return Finding(
        span=own if own.start < own.end else first,
        message=f"{len(late)} of {len(issue.sources)} sources are dated after the {what}",
        help=f"correct this date, if it is the one that is wrong; the newest source is from {newest}",
        related=tuple(Related(span, f"dated {day}") for span, day in others),
    )


def _typed(item: FieldText, citation: Citation, typed: PartialDate, issue: Issue) -> Finding:
    message = _message(typed, issue)
    if citation.date is None or citation.date.year is not None:
        return Finding(
            span=item.file_span(citation.span), message=message, help="check the dates of the source and the issue"
        )
    written = add_year(citation.date_span.of(item.prose.text), issue.date.year - 1)
    edit = Edit(item.file_span(citation.date_span), written)
    fix = Fix(f"add the year {issue.date.year - 1}", (edit,), is_safe=False) if citation.is_plain else None
    help_ = f"the year was left out: `{written}`?"
    return Finding(span=item.file_span(citation.span), message=message, help=help_, fix=fix)


def _message(day: PartialDate, issue: Issue) -> str:
    days = (day.earliest - issue.date).days
    if days < _TWO_WEEKS:
        gap = f"{days} {plural(days, 'day')}"
    elif days < 2 * _MONTH:
        gap = f"{days // 7} weeks"
    else:
        gap = f"{round(days / 30.44)} months"
    return f"source is dated {gap} after the issue"


RULE = Rule("C203", "future-date", Severity.ERROR, check)
