"""An issue whose number, date and file name do not fit together, or do not fit the issues around it.

A newsletter once went out with one week's number and the date and text of the week before. The rule compares the number
with the file name, the number and date with those of the issues before and after, and each brief with those of the last
twelve issues. If most of them ran before, four fifths of their words suffice. Otherwise a brief must be the same to the
word, and have a figure, a weekday or a citation in it: an author who changed some words meant the text to run, and a
standing part, such as “How to write to us”, tells of no day. A part whose text or title two of the issues around it
have too, such as the credits or the calendar, is taken for a standing one as well; list others by their titles in
publication.yaml: `series: {standing: [Credits]}`. Two files with the same number in their names are an error: `briefgen
build 133` would not know which is meant.

Bad:
    # file: issues/134-kiel.yaml
    number: 133

Reports:
    2:9 the number is 133, but the file is named `134-kiel.yaml`

Good:
    # file: issues/133-kiel.yaml
    number: 133
"""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import PurePosixPath

from briefgen.diagnostics import Finding, Related, Severity
from briefgen.expressions import expression
from briefgen.manuscript import ItemText, Manuscript, Sibling, containment, shingle
from briefgen.model import Issue
from briefgen.rules.rule import Rule
from briefgen.yamltext import Position, Span, quote

LOOK_BACK = 12
ALIKE = 0.8
# Two short briefs share their few runs of words by chance.
FEWEST_RUNS = 20
# A text that so many other issues have too is meant to repeat.
STANDING = 2

# What a standing part rarely has: a figure, or a day. A string, since few texts run twice.
_OF_A_DAY = r"(?<![\w-])\d|\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|this week|last week)\b"

_NUMBERED = expression(r"(?:.*/)?(?P<name>(?P<number>\d{1,7})[-_.].*)")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield anything that does not fit the sequence of issues: file name, number, date, repeated text."""
    issue = manuscript.read_issue
    yield from _check_file(manuscript)
    yield from _check_name(manuscript, issue)
    earlier = [sibling for sibling in manuscript.siblings if sibling.number < issue.number]
    yield from _check_twins(manuscript, issue)
    if earlier:
        last = max(earlier, key=lambda sibling: sibling.number)
        yield from _check_step(manuscript, issue, last)
        yield from _check_repeats(manuscript, sorted(earlier, key=lambda sibling: -sibling.number)[:LOOK_BACK])


def _check_file(manuscript: Manuscript) -> Iterator[Finding]:
    name = PurePosixPath(manuscript.path).name
    for rival in manuscript.file.rivals:
        yield Finding(
            span=manuscript.document.value_span("number"),
            message=f"the files `{name}` and `{rival}` have the same number",
            help=f"give one another number, or rename one `_{rival}` to leave it out",
            severity=Severity.ERROR,
        )


def _check_name(manuscript: Manuscript, issue: Issue) -> Iterator[Finding]:
    named = _NUMBERED.fullmatch(manuscript.path)
    if named is not None and int(named["number"]) != issue.number:
        yield Finding(
            span=manuscript.document.value_span("number"),
            message=f"the number is {issue.number}, but the file is named `{named['name']}`",
            help="make the number and the file name match",
        )


def _check_twins(manuscript: Manuscript, issue: Issue) -> Iterator[Finding]:
    for sibling in manuscript.siblings:
        if PurePosixPath(sibling.path).name in manuscript.file.rivals:
            continue
        if sibling.number == issue.number:
            yield Finding(
                span=manuscript.document.value_span("number"),
                message=f"number {issue.number} is already used by `{sibling.path}`",
                help="give one of the two another number",
                related=(_first_line(sibling, "the same number"),),
            )
        elif sibling.date == issue.date:
            yield Finding(
                span=manuscript.document.value_span("date"),
                message=f"issue {sibling.number} has the same date",
                help="check both dates",
                related=(_first_line(sibling, "the same date"),),
            )


def _check_step(manuscript: Manuscript, issue: Issue, last: Sibling) -> Iterator[Finding]:
    if issue.number > last.number + 1 and not manuscript.publication.series.gaps:
        yield Finding(
            span=manuscript.document.value_span("number"),
            message=f"issue {issue.number} follows {last.number}",
            help="check the number, or set `series: {gaps: true}` in publication.yaml",
        )
    if issue.date < last.date:
        yield Finding(
            span=manuscript.document.value_span("date"),
            message=f"issue {issue.number} is dated before issue {last.number} ({last.date})",
            help="check the date",
            related=(_first_line(last, "the issue before"),),
        )


def _check_repeats(manuscript: Manuscript, earlier: list[Sibling]) -> Iterator[Finding]:
    standing = frozenset(map(_folded, manuscript.publication.series.standing))
    texts = [(item, shingle(item.item.body)) for item in manuscript.items]
    long_texts = [(item, runs) for item, runs in texts if len(runs) >= FEWEST_RUNS]
    found = [
        (item, runs, sibling, title)
        for item, runs in long_texts
        if _folded(item.item.title) not in standing
        for sibling, title in _first_run(runs, earlier)
    ]
    is_most = 2 * len(found) > len(long_texts) > 1
    for item, runs, sibling, title in found:
        is_left_over = item.groups or re.search(_OF_A_DAY, item.prose.visible)
        if not is_most and (not is_left_over or not _is_same(runs, sibling) or _is_standing(manuscript, item, runs)):
            continue
        yield Finding(
            span=manuscript.document.value_span(*item.path, "title"),
            message=f"this text ran in issue {sibling.number} as “{title}”",
            help="check that this is the right text; "
            f"if it runs in many issues, set `series: {{standing: [{quote(item.item.title)}]}}` in publication.yaml",
            related=(_first_line(sibling, "it ran here"),),
        )


def _title_of(shingles: frozenset[int], sibling: Sibling) -> str | None:
    """Return the title of a text in another issue that has this text in it, or is a part of it; None without one."""
    return next((title for title, body in sibling.bodies if containment(shingles, body) >= ALIKE), None)


def _first_run(shingles: frozenset[int], earlier: list[Sibling]) -> Iterator[tuple[Sibling, str]]:
    """Yield the latest issue in which most of a text ran, with its title there."""
    ran = (
        (sibling, title)
        for sibling in earlier
        for title, body in sibling.bodies
        if len(shingles & body) >= ALIKE * len(shingles)
    )
    yield from islice(ran, 1)


def _is_same(shingles: frozenset[int], sibling: Sibling) -> bool:
    """Return whether a text of another issue has no other words than this one."""
    return any(shingles <= body for _, body in sibling.bodies)


def _is_standing(manuscript: Manuscript, item: ItemText, shingles: frozenset[int]) -> bool:
    """Return whether other issues have the text or its title too, so that it is part of most issues."""
    own = _folded(item.item.title)
    others = [each for each in manuscript.siblings if each.number != manuscript.read_issue.number]
    titled = sum(any(_folded(title) == own for title, _ in each.bodies) for each in others)
    return titled >= STANDING or sum(_title_of(shingles, each) is not None for each in others) >= STANDING


def _folded(title: str) -> str:
    return " ".join(title.casefold().strip("*_ ").split())


def _first_line(sibling: Sibling, message: str) -> Related:
    return Related(Span(0, 0), message, sibling.path, Position(1, 1))


RULE = Rule("S006", "issue-sequence", Severity.WARNING, check)
