"""The sources in a group are not in date order.

Where groups are in date order, readers assume that the first source is the earliest. With `style: {order: date}`, the
order is oldest first, undated last, and typed groups that break it are reported; the build sorts keyed ones. Without
it, sources may stand in any order, and a group is reported, typed or keyed, only if at least two others of the issue,
and more than two thirds of all, are oldest first. A month without a day may stand anywhere among the days of that
month.

Bad:
    # publication.yaml: {style: {order: date}}
    briefs:
      - title: Pairs of Cities
        body: |
          There are 234 pairs (PRC Embassy, May 7; SCMP, September 24, 2015).

Reports:
    5:27 sources in this group are not in date order

Fixed:
    # publication.yaml: {style: {order: date}}
    briefs:
      - title: Pairs of Cities
        body: |
          There are 234 pairs (SCMP, September 24, 2015; PRC Embassy, May 7).

Good:
    briefs:
      - title: Pairs of Cities
        body: |
          There are 234 pairs (PRC Embassy, May 7; SCMP, September 24, 2015).
"""

from collections.abc import Iterator
from itertools import combinations

from briefgen.citations import Group
from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import FieldText, Manuscript
from briefgen.model import PartialDate
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, Span

# Without a setting, so many groups must be in order to make it a custom.
_FEWEST = 2


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield groups out of order."""
    is_set = manuscript.publication.style.order == "date"
    # The build sorts keyed groups if the order is set.
    groups = [
        (item, group, days)
        for item in manuscript.citing_fields
        for group in item.groups
        if not (is_set and group.form == "keyed") and (days := _days(manuscript, group))
    ]
    wrong = [any(_is_after(*pair) for pair in combinations(days, 2)) for _, _, days in groups]
    if not is_set and (wrong.count(False) < _FEWEST or wrong.count(False) <= 2 * wrong.count(True)):
        return
    help_ = f"{'house order is' if is_set else 'the other groups are'} oldest first, undated last"
    for (item, group, days), is_wrong in zip(groups, wrong, strict=True):
        if is_wrong:
            yield Finding(
                span=item.file_span(group.span),
                message="sources in this group are not in date order",
                help=help_,
                fix=_fix(item, group, days, is_safe=is_set),
            )


def _days(manuscript: Manuscript, group: Group) -> list[PartialDate]:
    """Return the dates of a group that may be sorted, or none."""
    if len(group.citations) == 1 or any(citation.prefix for citation in group.citations):
        return []
    if group.form == "typed" and any(citation.date is None for citation in group.citations):
        return []
    return [manuscript.resolver.date_of(citation) or PartialDate() for citation in group.citations]


def _is_after(one: PartialDate, other: PartialDate) -> bool:
    """Return whether one date is certainly later than the other; March 14 may not be later than “March”."""
    return other.year is not None and str(one.earliest)[: len(str(other))] > str(other)


def _fix(item: FieldText, group: Group, days: list[PartialDate], *, is_safe: bool) -> Fix | None:
    """Make the edit that puts the parts in order; parts that share a date or an outlet cannot be moved.

    Nor can remarks, because they may concern the part before them.
    """
    if group.remarks or not all(citation.is_plain for citation in group.citations):
        return None
    ranked = sorted(zip((day.earliest for day in days), range(len(days)), group.citations, strict=True))
    between = "；" if "；" in group.span.of(item.prose.text) else "; "
    parts = between.join(item.prose.text[each.span.start : each.span.end] for _, _, each in ranked)
    return Fix("put them in date order", (Edit(item.file_span(_inside(group)), parts),), is_safe=is_safe)


def _inside(group: Group) -> Span:
    """Return the span between the parentheses, which may be full-width."""
    return Span(group.span.start + 1, group.span.end - 1)


RULE = Rule("C107", "group-order", Severity.NOTE, check)
