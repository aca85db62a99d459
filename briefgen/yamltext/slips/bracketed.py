"""Slips in values in brackets: groups of keys, `{outlet: BBC, date: 2024-02-01}`, and lists, `[Ana, Bo]`."""

import re
from collections.abc import Iterator

from briefgen.expressions import expression
from briefgen.yamltext.edits import Edit
from briefgen.yamltext.quotation_marks import has_words, show, wrap
from briefgen.yamltext.sketch import Line, Sketch, closing_bracket, closing_mark
from briefgen.yamltext.slips.quoting_values import SIGNS, quote_value
from briefgen.yamltext.slips.second_keys import FIELD_KEYS, is_key
from briefgen.yamltext.slips.types import Slip
from briefgen.yamltext.span import Span

_FIELD = expression(r"(?:^|,)[ \t]*(?P<key>[A-Za-z_][\w-]*)[ \t]*:[ \t]+")
_FIELD_COLONS = expression(r":(?=[ \t])")
_QUOTED = expression(r"(?<=[:;,][ \t])(?:\"(?:[^\"\\]|\\.)*\"|'[^']*(?:''[^']*)*')")
_UNPARTED = expression(r"(?P<gap>[ \t]*;[ \t]*|(?<=[^\s,])[ \t]+)(?P<key>[a-z_]+):[ \t]")
_IN_PARENTHESES = expression(r"\((?P<key>[a-z_]+):[ \t].*\)")


def find_group_slip(sketch: Sketch, number: int, line: Line) -> Slip | None:
    """Find text after a value in brackets, and a bracket that is never closed."""
    mark = line.value[0]
    if mark == "(":
        return _find_parentheses(line)
    if mark not in "[{" or sketch.continues(number):
        return None
    end = closing_bracket(line.plain)
    if end is None:
        return _open_bracket(line)
    rest = line.value[end + 1 :].strip()
    if rest == ",":
        place = Span(line.value_span.start + end + 1, line.value_span.end)
        return Slip(place, "a comma comes after the closing bracket", "delete the comma", (Edit(place, ""),))
    if rest and not rest.startswith("#"):
        return quote_value(line, f"an unquoted value begins with `{mark}`, which begins a {_NAMES[mark]}")
    return _find_field(line, end, {each.key for each in sketch.lines}) if mark == "{" else None


_NAMES = {"[": "list", "{": "group of keys"}


def _open_bracket(line: Line) -> Slip:
    mark, at = line.value[0], line.value_span.start + len(line.plain)
    span = Span(line.value_span.start, line.value_span.start + 1)
    if line.plain != line.value:
        return _commented(line)
    closing, other = {"[": ("]", "}"), "{": ("}", "]")}[mark]
    if line.value.endswith(other):
        message = f"the bracket `{mark}` is closed with `{other}`"
        return Slip(Span(at - 1, at), message, f"close it with `{closing}`", (Edit(Span(at - 1, at), closing),))
    message = f"the bracket `{mark}` opened here is never closed"
    if line.key and not re.search(r"[:,]", line.value):
        return quote_value(line, message, span)
    return Slip(span, message, f"close it with `{closing}`", (Edit(Span(at, at), closing),))


def _commented(line: Line) -> Slip:
    """Return the slip of a ` #` inside brackets, which makes the closing one part of a comment."""
    cut = len(line.plain)
    gap = len(line.value[cut:]) - len(line.value[cut:].lstrip())
    start = max(line.value.rfind(": ", 0, cut), line.value.rfind(", ", 0, cut)) + 2
    words = line.value[start:].rstrip("]} ")
    begin = line.value_span.start + start
    edits = (Edit(Span(begin, begin + len(words)), wrap(words)),) if start > 1 and line.value[-1] in "]}" else ()
    message = "everything after ` #` is a comment, even the closing bracket"
    place = Span(line.value_span.start + cut + gap, line.value_span.end)
    return Slip(place, message, f"quote it: `{wrap(words)}`", edits)


def _find_field(line: Line, end: int, keys: set[str]) -> Slip | None:
    """Find a colon in a value inside brackets: `{bio: Ana covers: harbors}`."""
    inside, offset = line.value[1:end], line.value_span.start + 1
    if "{" in inside or "[" in inside:
        return _find_inner_bracket(inside, offset)
    unparted = _find_unparted(inside, offset, keys)
    if unparted is not None:
        return unparted
    for key, value, start in _fields(inside, offset):
        if value[:1] in {'"', "'"} and closing_mark(value) == len(value) - 1:
            continue
        if value[:1] in {'"', "'"}:
            return _find_quotation(key, value, start)
        if value and value[0] in SIGNS and has_words(value):
            return _quote(key, value, start, f"the unquoted value of `{key}` begins with `{value[0]}`")
        if _FIELD_COLONS.search(value):
            return _quote(key, value, start, f"the unquoted value of `{key}` contains `: `")
    return None


def _fields(inside: str, offset: int) -> Iterator[tuple[str, str, int]]:
    """Yield each key in braces with its value, and where the value starts in the file."""
    found = list(_FIELD.finditer(inside))
    for field, stop in zip(found, [*(field.start() for field in found[1:]), len(inside)], strict=False):
        yield field["key"], inside[field.end() : stop].rstrip(), offset + field.end()


def _quote(key: str, value: str, start: int, message: str) -> Slip:
    """Return the slip of a value that needs quotation marks."""
    place, quoted = Span(start, start + len(value)), wrap(value)
    return Slip(place, message, f"quote it: `{show(key, quoted)}`", (Edit(place, quoted),))


def _find_inner_bracket(inside: str, offset: int) -> Slip | None:
    """Find a bracket inside an unquoted value: `{title: Food [summary]}`."""
    for key, value, start in _fields(inside, offset):
        bracket = re.search(r"[\[\]{}]", value)
        is_whole = value.count("[") == value.count("]") and "{" not in value
        if bracket is not None and is_whole and value[0] not in "\"'[{":
            return _quote(key, value, start, f"the unquoted value of `{key}` contains `{bracket.group()}`")
    return None


def _find_quotation(key: str, value: str, start: int) -> Slip:
    """Return the slip of a value inside brackets that opens with a quotation mark and does not end with it."""
    end = start + len(value)
    if closing_mark(value) is None:
        message = f"the quotation mark {value[0]} opened here is never closed"
        edit = Edit(Span(end, end), value[0])
        return Slip(Span(start, start + 1), message, f"close it: `{show(key, value + value[0])}`", (edit,))
    place, quoted = Span(start, end), wrap(value)
    message = "there is text after the closing quotation mark"
    return Slip(place, message, f"quote it all: `{show(key, quoted)}`", (Edit(place, quoted),))


def _find_unparted(inside: str, offset: int, keys: set[str]) -> Slip | None:
    """Find keys in braces without a comma before them: `{outlet: BBC date: 2024-02-01}`, or with a semicolon."""
    # What stands between quotation marks is no key.
    bare = _QUOTED.sub(lambda match: "x" * len(match.group()), inside)
    given = {field["key"] for field in _FIELD.finditer(bare)}
    found = [
        match
        for match in _UNPARTED.finditer(bare)
        if match["key"] in (FIELD_KEYS | keys) - given and is_key(match["key"], inside[match.end() :].lstrip())
    ]
    if not found:
        return None
    first = found[0]
    place = Span(offset + first.start("gap"), offset + first.end("key"))
    if ";" in first["gap"]:
        edits = tuple(Edit(Span(offset + each.start("gap"), offset + each.end("gap")), ", ") for each in found)
        message, help_ = f"a semicolon before `{first['key']}`, where a comma belongs", "write commas between the keys"
        return Slip(place, message, help_, edits)
    edits = tuple(Edit(Span(offset + each.start("gap"), offset + each.start("gap")), ",") for each in found)
    # Behind a plain value, the word and its colon may be part of it after all.
    is_safe = all(inside[each.start("gap") - 1] in "\"'" for each in found)
    return Slip(place, f"a comma is missing before `{first['key']}`", "put one there", edits, is_safe=is_safe)


def _find_parentheses(line: Line) -> Slip | None:
    """Find `nyt: (outlet: NYT, date: 2024-02-01)`."""
    found = _IN_PARENTHESES.fullmatch(line.plain)
    if found is None or found["key"] not in FIELD_KEYS:
        return None
    start, end = line.value_span.start, line.value_span.start + len(line.plain)
    edits = (Edit(Span(start, start + 1), "{"), Edit(Span(end - 1, end), "}"))
    message = "keys on one line stand between braces, not between parentheses"
    return Slip(Span(start, start + 1), message, f"write `{{{found['key']}: …}}`", edits)
