"""The sources in a typed group are not in date order.

Readers assume that the first source in a group is the earliest. House order is oldest first, undated last; a month
without a day may stand anywhere among the days of that month. Keyed groups are not reported: `style: {order: date}`
sorts them.

Bad:
    briefs:
      - title: Pairs of Cities
        body: |
          There are 234 pairs (PRC Embassy, May 7; SCMP, September 24, 2015).

Reports:
    4:27 sources in this group are not in date order

Fixed:
    briefs:
      - title: Pairs of Cities
        body: |
          There are 234 pairs (SCMP, September 24, 2015; PRC Embassy, May 7).
"""

from collections.abc import Iterator
from itertools import combinations

from briefgen.citations import Group
from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import FieldText, Manuscript
from briefgen.model import PartialDate
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, Span


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield typed groups out of order."""
    for item in manuscript.citing_fields:
        for group in item.groups:
            is_ordered = len(group.citations) == 1 or any(citation.prefix for citation in group.citations)
            if group.form != "typed" or is_ordered or any(citation.date is None for citation in group.citations):
                continue
            days = [manuscript.resolver.date_of(citation) or PartialDate() for citation in group.citations]
            if any(_is_after(*pair) for pair in combinations(days, 2)):
                yield Finding(
                    span=item.file_span(group.span),
                    message="sources in this group are not in date order",
                    help="house order is oldest first, undated last",
                    fix=_fix(item, group, days),
                )


def _is_after(one: PartialDate, other: PartialDate) -> bool:
    """Return whether one date is certainly later than the other; March 14 may not be later than “March”."""
    return other.year is not None and str(one.earliest)[: len(str(other))] > str(other)


def _fix(item: FieldText, group: Group, days: list[PartialDate]) -> Fix | None:
    """Make the edit that puts the parts in order; parts that share a date or an outlet cannot be moved.

    Nor can remarks, because they may concern the part before them.
    """
    if group.remarks or not all(citation.is_plain for citation in group.citations):
        return None
    ranked = sorted(zip((day.earliest for day in days), range(len(days)), group.citations, strict=True))
    between = "；" if "；" in group.span.of(item.prose.text) else "; "
    parts = between.join(item.prose.text[each.span.start : each.span.end] for _, _, each in ranked)
    return Fix("put them in date order", (Edit(item.file_span(_inside(group)), parts),), is_safe=True)


def _inside(group: Group) -> Span:
    """Return the span between the parentheses, which may be full-width."""
    return Span(group.span.start + 1, group.span.end - 1)


RULE = Rule("C107", "group-order", Severity.NOTE, check)
