"""A citation on the wrong side of the full stop.

When a citation stands between two sentences, readers cannot tell which of them it belongs to. The right side is the
one set by `style.position`; without it, the side that most citations of the issue are on, or before the stop if they
are evenly divided. The rule checks bodies, decks, captions and corrections.

Bad:
    briefs:
      - title: Big Data
        body: |
          Guiyang is ahead, as approved “in 2016.” (Xinhua, May 29, 2021)

Reports:
    4:48 citation after the full stop

Fixed:
    briefs:
      - title: Big Data
        body: |
          Guiyang is ahead, as approved “in 2016” (Xinhua, May 29, 2021).
"""

import re
from collections.abc import Iterator
from typing import Literal

from briefgen.citations import Group
from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.expressions import expression
from briefgen.manuscript import FieldText, Manuscript
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, Span

LONGEST_SHOWN = 60
_LONGEST_ABBREVIATION = 8
Side = Literal["before", "after", "between", ""]

_MARKS = frozenset("”’\"')")
_WORD = expression(r"\S")
_STOP_AFTER = expression(r"[”’\"')]*[.!?]")
_ABBREVIATION = expression(
    r"(?:\b[A-Z]|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|Dr|Mr|Mrs|Ms|Gen|Sen|Rep|Gov|etc|e\.g|i\.e|vs|No))\.$"
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield groups on the minority side."""
    placed = [(item, group, find_side(item, group)) for item in manuscript.citing_fields for group in item.groups]
    position = manuscript.publication.style.position
    house = position or _majority([side for _, _, side in placed])
    for item, group, _ in placed:
        yield from _doubled(item, group)
    for item, group, side in placed:
        if position and group.form == "keyed":
            # The house style determines the place of groups, and briefgen moves those with keys there.
            continue
        if house == "before" and side in {"after", "between"}:
            yield _after(item, group, side)
        elif house == "after" and side == "before":
            yield Finding(
                span=item.file_span(group.span),
                message="citation before the full stop",
                help="house style puts it after the stop: `… sentence. (Outlet, Month D)`",
            )


def _doubled(item: FieldText, group: Group) -> Iterator[Finding]:
    """Yield a full stop before a group that has one after it, and two of them after it."""
    text = item.prose.text
    after = re.compile(r"\.\.?(?![.\w])").match(text, group.span.end)
    before = re.search(
        r"(?:(?<=[^\W\d_]{2})|(?<=[\d%]))\.[ \n]\Z", text[max(0, group.span.start - 5) : group.span.start]
    )
    if after is not None and len(after.group()) > 1:
        span = Span(group.span.end, after.end())
        edit = Edit(item.file_span(span), ".")
        fix = Fix("delete one", (edit,), is_safe=True)
        yield Finding(
            span=item.file_span(span), message="two full stops after the citation", help="delete one", fix=fix
        )
    elif after is not None and before is not None:
        words = text[max(0, group.span.start - 9) : group.span.start - 1]
        if _ABBREVIATION.search(words):
            return
        span = Span(group.span.start - 2, group.span.start - 1)
        message = "full stop before and after the citation"
        fix = Fix("delete the first", (Edit(item.file_span(span), ""),), is_safe=True)
        yield Finding(span=item.file_span(span), message=message, help="delete the first", fix=fix)


def find_side(item: FieldText, group: Group) -> Side:
    """Return on which side of the sentence's final punctuation a group is; empty within a sentence."""
    text = item.prose.text
    block = item.prose.block_at(group.span.start)
    begin, end = (block.span.start, block.span.end) if block else (0, len(text))
    if _STOP_AFTER.match(text, group.span.end, end):
        return "before"
    stop = _find_stop(text, begin, group.span.start)
    if stop is None or _ABBREVIATION.search(text[max(begin, stop.start - _LONGEST_ABBREVIATION) : stop.start + 1]):
        return ""
    return "after" if _WORD.search(text, group.span.end, end) is None else "between"


def _find_stop(text: str, begin: int, end: int) -> Span | None:
    """Return the span of a stop and the marks behind it, if only white space separates them from the end.

    It looks back from the end; an expression would try every stop of the text, for each of its groups.
    """
    at = end
    while at > begin and text[at - 1].isspace():
        at -= 1
    last = at
    while at > begin and text[at - 1] in _MARKS:
        at -= 1
    return Span(at - 1, last) if at > begin and text[at - 1] in ".!?" else None


def _majority(sides: list[Side]) -> Literal["before", "after"]:
    after = sum(side in {"after", "between"} for side in sides)
    return "after" if after > sides.count("before") and after > 1 else "before"


def _after(item: FieldText, group: Group, side: Side) -> Finding:
    text = item.prose.text
    stop = _find_stop(text, 0, group.span.start)
    words = group.span.of(text)
    moved = f"{stop.of(text)[1:]} {words}." if stop and stop.of(text).startswith(".") else ""
    edit = Edit(item.file_span(Span(stop.start, group.span.end)), moved) if stop and moved else None
    shown = f"put it inside the sentence: `…{_short(moved)}`" if moved else "end the sentence after it"
    return Finding(
        span=item.file_span(group.span),
        message="citation after the full stop" if side == "after" else "citation stands between two sentences",
        label="" if side == "after" else "readers cannot tell which sentence it belongs to",
        help=shown,
        fix=Fix("move it before the stop", (edit,), is_safe=side == "after") if edit else None,
    )


def _short(words: str) -> str:
    """Return the moved words, or their two ends where they are long."""
    return words if len(words) <= LONGEST_SHOWN else f"{words[: LONGEST_SHOWN // 2].rstrip(' ;,')} …{words[-2:]}"


RULE = Rule("C108", "citation-after-period", Severity.WARNING, check)
