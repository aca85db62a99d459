"""Two keys on one line: `outlet: BBC, date: 2024-02-01`."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from briefgen.yamltext.edits import Edit
from briefgen.yamltext.sketch import Line, Sketch, closing_bracket, closing_mark
from briefgen.yamltext.slips.types import Slip
from briefgen.yamltext.span import Span

# The keys of items, pictures, people, sources and corrections, and those at the top of an issue.
FIELD_KEYS = frozenset({
    "accessed", "alt", "archived", "author", "authors", "background", "bio", "body", "caption", "credit", "cutoff",
    "date", "deck", "draft", "file", "image", "item", "label", "language", "name", "number", "outlet", "section",
    "subject", "summary", "text", "title", "translated_title", "url",
})  # fmt: skip
# Strings, so that `re` compiles them on first use.
_SECOND = r"(?P<gap>[ \t]*[,;|/][ \t]*|[ \t]+)(?P<key>[a-z_]+)[ \t]*:(?:[ \t]+|$)(?P<rest>.*)"
_DAY = r"[\"']?(?:\d{4}\b|\d{1,2}[ ./-]|undated\b)"
_LIKE = {
    **dict.fromkeys(("date", "accessed", "cutoff"), _DAY),
    **dict.fromkeys(("url", "archived"), r"[\"'<]?(?:https?://|www\.)"),
    "number": r"\d+\b",
    "body": r"[|>]|[\"'“]?[A-Z]",
}
# In entries: a group has fewer keys than that.
_FARTHEST = 100
# Without a comma before it, a word with a colon may be part of a title, unless a value like another's follows.
_BEGINS = r"[^\W_a-z]|[\"'“\[{|>]"


def find_second_key(sketch: Sketch, number: int, line: Line) -> Slip | None:
    """Return the slip of a value with another key, and its value, behind it."""
    may_have = line.key and ":" in line.plain
    found = list(_find(line, {each.key for each in _neighbours(sketch, number)})) if may_have else []
    if not found:
        return None
    first = found[0]
    start = line.value_span.start
    indent = "\n" + " " * line.column
    edits = tuple(Edit(Span(start + each.start("gap"), start + each.start("key")), indent) for each in found)
    place = Span(start + first.start("key"), start + len(line.plain))
    message = f"`{first['key']}:` is a key of its own, but is on the line of `{line.key}`"
    # It may be meant as a part of the text after all, so nothing but the author decides.
    return Slip(place, message, f"begin `{first['key']}: …` on a line of its own", edits, is_safe=False)


def _find(line: Line, given: set[str]) -> Iterator[re.Match[str]]:
    value, at = line.plain, 0
    if re.match(r"-(?:[ \t]|$)|\(.*\)$", value):
        return
    if value[:1] in {'"', "'"}:
        at = (closing_mark(value) or len(value)) + 1
    elif value[:1] in {"[", "{"}:
        at = (closing_bracket(value) or len(value)) + 1
    names: set[str] = {line.key}
    second = re.compile(_SECOND)
    for gap in re.finditer(r"[ \t,;|/][ \t]*(?=[a-z_]+[ \t]*:(?:[ \t]|$))", value[at:]):
        begin = at + gap.start()
        begin = len(value[:begin].rstrip(" \t,;|/"))
        found = second.match(value, begin)
        if begin and found is not None and found["key"] in FIELD_KEYS - names and _is_key(found, given):
            names.add(found["key"])
            yield found


def _is_key(found: re.Match[str], given: set[str]) -> bool:
    key, rest = found["key"], found["rest"].strip()
    is_apart = found["gap"].strip() != "" and key not in _LIKE
    return (key in _LIKE or key not in given) and (is_apart or is_key(key, rest))


def is_key(key: str, rest: str) -> bool:
    """Return whether what follows a word and a colon is like a value of that key."""
    return re.match(_LIKE.get(key, _BEGINS), rest) is not None


def _neighbours(sketch: Sketch, number: int) -> Iterator[Line]:
    """Yield the lines whose keys belong to the same group."""
    line, entries = sketch.lines[number], sketch.entries
    at = bisect_left(entries, number)
    at = at if entries[at : at + 1] == (number,) else len(entries)
    for each in entries[at + 1 : at + 1 + _FARTHEST]:
        other = sketch.lines[each]
        if other.margin < line.column or (other.dashes and other.margin <= line.margin):
            break
        if other.margin == line.column:
            yield other
    for each in reversed(entries[max(0, at - _FARTHEST) : at]) if not line.dashes else ():
        other = sketch.lines[each]
        if other.column == line.column:
            yield other
        if other.margin < line.column:
            break
