"""Which double quotation marks open and which close, by their places: languages disagree on the marks themselves.

“ closes a quotation in German and opens one in Spanish, and ” does both in Swedish. A mark opens if it stands before a
word, and behind a space, a bracket or a dash.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from briefgen.expressions import expression
from briefgen.markdown import Block
from briefgen.yamltext import Span

_MARK = expression("[„“”«»]|,,(?=[^\\W\\d_])")
_MAY_PRECEDE = frozenset(" \n\t\u00a0\u202f([{—–-/*_\0¿¡„“”«»‚‘›‹\"'")
_MAY_FOLLOW = expression(r"[\w*_(\[\0¿¡„“”«»‚‘’›‹\"'$€£#@+§…-]")


class MarkRole(Struct, frozen=True):
    """A quotation mark in a text, and whether it opens a quotation there."""

    span: Span
    mark: str
    is_opening: bool


class QuotedPart(Struct, frozen=True):
    """Two marks that pair by their places."""

    opening: MarkRole
    closing: MarkRole
    around: str
    """The opening mark of the quotation around it; "" for an outer one."""


def find_roles(text: str, pairs: tuple[str, ...], start: int = 0, end: int | None = None) -> Iterator[MarkRole]:
    """Yield the quotation marks of a text in order; `pairs` are those of its language, such as „“ and »«."""
    openers, closers = ({pair[at] for pair in pairs} for at in (0, 1))
    if "„" in openers:
        openers.add(",,")
    for match in _MARK.finditer(text, start, len(text) if end is None else end):
        mark = match.group()
        if mark == ",," and mark not in openers:
            continue
        before, after = text[max(start, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        may_open = (not before or before in _MAY_PRECEDE) and _MAY_FOLLOW.match(after) is not None
        may_close = before.strip() != "" and not after.isalnum()
        if may_open != may_close:
            is_opening = may_open
        elif (mark in openers) != (mark in closers):
            is_opening = mark in openers
        else:
            # Spaces inside the marks, as in French, are no help.
            is_opening = may_open or mark in "„«"
        yield MarkRole(Span(*match.span()), mark, is_opening)


def turn_marks(text: str, pairs: tuple[str, ...]) -> str:
    """Return a text with “ in the place of every mark that opens, and ” in that of every one that closes."""
    if not _MARK.search(text):
        return text
    parts: list[str] = []
    last = 0
    for role in find_roles(text, pairs):
        mark = "“" if role.is_opening else "”"
        parts += [text[last : role.span.start], mark.rjust(role.span.end - role.span.start, "\0")]
        last = role.span.end
    return "".join([*parts, text[last:]])


def find_quoted_parts(text: str, block: Block, pairs: tuple[str, ...]) -> tuple[QuotedPart, ...]:
    """Return the pairs of a block, up to the first mark without a partner."""
    found: list[QuotedPart] = []
    stack: list[MarkRole] = []
    for role in find_roles(text, pairs, block.span.start, block.span.end):
        if role.is_opening:
            stack.append(role)
        elif stack:
            opening = stack.pop()
            found.append(QuotedPart(opening, role, stack[-1].mark if stack else ""))
        else:
            break
    # A mark that is never closed makes all behind it uncertain.
    certain = min((role.span.start for role in stack), default=block.span.end)
    return tuple(
        sorted((each for each in found if each.closing.span.start < certain), key=lambda each: each.opening.span)
    )


def has_marks(text: str) -> bool:
    """Return whether a text may have quotation marks other than straight ones."""
    return re.search("[„“”«»]|,,", text) is not None
