"""Values that YAML does not read as text, because of their first character or a colon in them."""

import re
from collections.abc import Callable

from briefgen.expressions import expression
from briefgen.yamltext.edits import Edit
from briefgen.yamltext.quotation_marks import has_words, show, wrap
from briefgen.yamltext.quoting import quote_if_needed
from briefgen.yamltext.sketch import Line, Sketch, closing_mark
from briefgen.yamltext.slips.bracketed import find_group_slip
from briefgen.yamltext.slips.quoting_values import SIGNS, quote_value
from briefgen.yamltext.slips.second_keys import find_second_key
from briefgen.yamltext.slips.types import Slip
from briefgen.yamltext.span import Span

_SHORTENED = expression(r"'(?:\d\ds?\b|(?:tis|twas|til|em|cause|round)\b)", re.IGNORECASE)
# The marks that word processors make of straight ones, with those that close them.
_CURLY = {"“": "”“", "”": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "’": "’", "‚": "‘’", "‟": "”"}
_COLON = expression(r":(?=[ \t]|$)")
_NESTED = expression(r"[a-z_][\w-]*:[ \t]+\S")


def find_value_slip(sketch: Sketch, number: int) -> Slip | None:
    """Return the slip in the value of a line, or None."""
    line = sketch.lines[number]
    if not line.value or line.value.startswith("#") or not (line.key or line.dashes):
        return None
    found = (recognize(sketch, number, line) for recognize in _RECOGNIZERS)
    return next((slip for slip in found if slip is not None), None)


def _whole(line: Line, end: int) -> str:
    """Return a value and what is behind its closing mark, without a comment; `#` between the marks begins none."""
    tail, *_ = re.split(r"[ \t]#", line.value[end + 1 :], maxsplit=1)
    return line.value[: end + 1] + tail.rstrip()


def _after_double(sketch: Sketch, number: int, line: Line) -> Slip | None:
    """Find text after a value in double quotation marks."""
    if line.value[0] != '"' or number not in sketch.entries:
        return None
    end = closing_mark(line.value)
    rest = line.value[end + 1 :].strip() if end is not None else ""
    if end is None or not rest or rest.startswith("#"):
        return None
    at = line.value_span.start + end + 1
    if rest in {",", ";", "."}:
        return _stray_mark(line, at, rest)
    message = "there is text after the closing quotation mark"
    whole = _whole(line, end)
    inner = whole[1:-1] if whole.endswith('"') and len(whole) > 1 else ""
    # `"He said "no" today"` is quoted as a whole; `"Silt" by season` only begins with a quotation.
    quoted = wrap(inner) if inner.count('"') % 2 == 0 and inner and not inner.strip().startswith('"') else wrap(whole)
    place = Span(line.value_span.start, line.value_span.start + len(whole))
    start = at + len(line.value[end + 1 :]) - len(line.value[end + 1 :].lstrip())
    help_ = f"write “…” inside the value, or put it in single marks: `{show(line.key, quoted)}`"
    return Slip(Span(start, place.end), message, help_, (Edit(place, quoted),))


def _stray_mark(line: Line, at: int, mark: str) -> Slip:
    name = {",": "comma", ";": "semicolon", ".": "full stop"}[mark]
    place = Span(line.value_span.end - 1, line.value_span.end)
    message = f"a {name} comes after the closing quotation mark"
    return Slip(place, message, f"delete the {name}, or move it inside", (Edit(Span(at, place.end), ""),))


def _after_single(sketch: Sketch, number: int, line: Line) -> Slip | None:
    """Find an apostrophe inside single quotation marks, and text after the closing one."""
    del sketch, number
    if line.value[0] != "'":
        return None
    end = closing_mark(line.value)
    whole = line.plain if end is None else _whole(line, end)
    place = Span(line.value_span.start, line.value_span.start + len(whole))
    if _SHORTENED.match(whole) and (end is None or end < len(whole) - 1):
        quoted = wrap(whole)
        message = "the apostrophe at the start of the value is read as a quotation mark"
        return Slip(place, message, f"quote it: `{show(line.key, quoted)}`", (Edit(place, quoted),))
    rest = line.value[end + 1 :].strip() if end is not None else ""
    if end is None or not rest or rest.startswith("#"):
        return None
    if rest in {",", ";"}:
        return _stray_mark(line, place.start + end + 1, rest)
    return _apostrophe(line, whole, end)


def _apostrophe(line: Line, whole: str, end: int) -> Slip:
    """Return the slip of a value whose single mark closes at `end`, before more text of it."""
    at = line.value_span.start + end
    place = Span(line.value_span.start, line.value_span.start + len(whole))
    if whole.startswith("''") and whole.endswith("''") and end == 1:
        quoted = wrap(whole[2:-2].replace("''", "'"))
        message = "two apostrophes are no double quotation mark"
        return Slip(Span(at - 1, at + 1), message, f"write `{show(line.key, quoted)}`", (Edit(place, quoted),))
    if line.value[end - 1] == "\\" and whole.endswith("'"):
        quoted = wrap(whole[1:-1].replace("\\'", "'").replace("''", "'"))
        message = "a backslash before a single mark does not keep it from closing the value"
        help_ = f"write ’, or other marks around the value: `{show(line.key, quoted)}`"
        return Slip(Span(at - 1, at + 1), message, help_, (Edit(place, quoted),))
    if whole.endswith("'") and (whole[end + 1].isalnum() or _ends_plural(whole[1:-1], end - 1)):
        quoted = wrap(whole[1:-1].replace("''", "'"))
        message = "the apostrophe is read as the closing quotation mark"
        help_ = f"write ’, or other marks around the value: `{show(line.key, quoted)}`"
        return Slip(Span(at, at + 1), message, help_, (Edit(place, quoted),))
    quoted = wrap(whole)
    start = at + 1 + len(line.value[end + 1 :]) - len(line.value[end + 1 :].lstrip())
    message = "there is text after the closing quotation mark"
    return Slip(Span(start, place.end), message, f"quote it all: `{show(line.key, quoted)}`", (Edit(place, quoted),))


def _ends_plural(inner: str, at: int) -> bool:
    """Return whether the first mark inside single ones is that of a plural, and no other mark opens a quotation."""
    return inner[at - 1 : at] == "s" and not re.search(r"(?<!\w)'(?=\w)", inner)


def _unclosed(sketch: Sketch, number: int, line: Line) -> Slip | None:
    """Find a quotation mark that is not closed, either on its line or on those that may continue the value."""
    mark = line.value[0]
    if mark not in "\"'" or closing_mark(line.value) is not None or sketch.continues(number):
        return None
    curly = {'"': "”", "'": "’"}[mark]
    span, at = Span(line.value_span.start, line.value_span.start + 1), line.value_span.end
    message = f"the quotation mark {mark} opened here is never closed"
    value, other = line.value, {'"': "'", "'": '"'}[mark]
    if value.endswith(other) and value.count(other) == 1 and len(value) > 2:  # noqa: PLR2004 - as below
        quoted = value[:-1] + mark
        message = f"the value opens with {mark} and closes with {other}"
        return Slip(span, message, f"use the same mark: `{show(line.key, quoted)}`", (Edit(Span(at - 1, at), mark),))
    if value.endswith(curly) and len(value) > 2:  # noqa: PLR2004 - two marks and something between them
        help_ = f"replace {curly} with {mark}"
        return Slip(span, message, help_, (Edit(Span(at - 1, at), mark),))
    return Slip(span, message, f"close it: `{show(line.key, value + mark)}`", (Edit(Span(at, at), mark),))


def _sign(sketch: Sketch, number: int, line: Line) -> Slip | None:
    """Find a value that begins with a character that has a meaning in YAML."""
    del sketch, number
    sign = line.value[0]
    if sign not in SIGNS or not has_words(line.value):
        return None
    shown = "a backtick" if sign == "`" else f"`{sign}`"
    return quote_value(line, f"an unquoted value begins with {shown}")


def _bar(sketch: Sketch, number: int, line: Line) -> Slip | None:
    """Find text on the line of `|` or `>`: a body that should begin below it, or a value that begins with the sign."""
    found = re.match(r"[|>][-+]?[ \t]*(?=[^ \t#\d+-])", line.value)
    if found is None or (not line.opens_block and line.value[1:2].isspace()):
        return None
    sign = line.value[0]
    below = [each for each in sketch.block_lines(number) if sketch.lines[each].kind != "blank"]
    if line.key != "body" and not below:
        rest = line.plain[len(found.group()) :]
        place = Span(line.value_span.start, line.value_span.start + len(line.plain))
        message = f"there is text on the same line as `{sign}`, which begins a text on the lines below"
        bare = quote_if_needed(rest) if re.search(r"\A[^\w]|:(?: |\Z)| #", rest) else rest
        help_ = f"delete the `{found.group().strip()}`: `{show(line.key, bare)}`"
        return Slip(place, message, help_, (Edit(place, bare),))
    margin = sketch.lines[below[0]].margin if below else line.column + 2
    at = line.value_span.start + len(found.group().rstrip())
    words = Span(line.value_span.start + found.end(), line.value_span.end)
    message = f"there is text on the same line as `{sign}`"
    help_ = "begin the text on the next line, indented"
    return Slip(words, message, help_, (Edit(Span(at, words.start), "\n" + " " * margin),))


def _dash(sketch: Sketch, number: int, line: Line) -> Slip | None:
    """Find a list that begins on the line of its key, or a text that begins with a hyphen."""
    if not line.key or not re.match(r"-[ \t]", line.value):
        return None
    after = sketch.next_words(number)
    if after is not None and sketch.lines[after].dashes and sketch.lines[after].margin >= line.column:
        place = Span(line.start + line.value_at - 1, line.value_span.start)
        margin = sketch.lines[after].margin
        message, help_ = "a list begins on the same line as its key", "begin the list on the next line"
        start = line.key_span.end + line.text[line.key_span.end - line.start :].index(":") + 1
        return Slip(
            Span(line.value_span.start, line.value_span.start + 1),
            message,
            help_,
            (Edit(Span(start, place.end), "\n" + " " * margin),),
        )
    return quote_value(line, "a value begins with `- `, which begins a list")


def _question(sketch: Sketch, number: int, line: Line) -> Slip | None:
    del sketch, number
    sign = line.value[0]
    if line.plain in {"?", "-"} and line.key:
        place = Span(line.value_span.start, line.value_span.start + 1)
        help_ = "write the value, or delete the key; put the sign in quotation marks if it is meant"
        return Slip(place, f"`{sign}` is no value", help_, (Edit(place, f'"{sign}"'),), is_safe=False)
    if sign not in "?:-" or not line.key or not re.match(r"[?:][ \t]", line.value):
        return None
    return quote_value(line, f"an unquoted value begins with `{sign} `")


def _nested(sketch: Sketch, number: int, line: Line) -> Slip | None:
    """Find `canal: outlet: NDR`: the first key of a group on the same line as the group's name."""
    after = sketch.next_words(number)
    if not line.key or not _NESTED.match(line.value) or after is None:
        return None
    below = sketch.lines[after]
    if below.kind != "entry" or below.dashes or below.margin <= line.column:
        return None
    start = line.key_span.end + line.text[line.key_span.end - line.start :].index(":") + 1
    inner = line.value.partition(":")[0]
    message = f"`{inner}` is on the same line as `{line.key}`, but its neighbours are below"
    edit = Edit(Span(start, line.value_span.start), "\n" + " " * below.margin)
    return Slip(line.value_span, message, f"begin `{inner}: …` on a line of its own", (edit,))


def _curly(line: Line) -> Slip:
    """Return the slip of a value in curly quotation marks, which are text to YAML."""
    place = Span(line.value_span.start, line.value_span.start + len(line.plain))
    quoted = wrap(line.plain[1:-1].strip())
    message = f"the marks {line.plain[0]} and {line.plain[-1]} do not quote the value, which contains `: `"
    help_ = f"write straight ones: `{show(line.key, quoted)}`"
    return Slip(place, message, help_, (Edit(place, quoted),), is_safe=False)


def _colon(sketch: Sketch, number: int, line: Line) -> Slip | None:
    """Find a colon in a value without quotation marks."""
    if not line.key or line.value[0] in "\"'[{|>":
        return None
    if _COLON.search(line.plain) is None:
        return None
    del sketch, number
    if line.plain[0] in _CURLY and line.plain[-1] in _CURLY[line.plain[0]] and len(line.plain) > 2:  # noqa: PLR2004 - two marks and something between them
        return _curly(line)
    if line.plain.startswith("http") and line.plain.endswith(":") and " " not in line.plain:
        place = Span(line.value_span.start + len(line.plain) - 1, line.value_span.start + len(line.plain))
        return Slip(place, "an address ends with a colon", "delete the colon", (Edit(place, ""),))
    does = "contains `: `" if ": " in line.plain else "ends with `:`"
    return quote_value(line, f"an unquoted value {does}")


_RECOGNIZERS: tuple[Callable[[Sketch, int, Line], Slip | None], ...] = (
    find_second_key,
    _after_double,
    _after_single,
    _unclosed,
    find_group_slip,
    _bar,
    _sign,
    _dash,
    _question,
    _nested,
    _colon,
)
