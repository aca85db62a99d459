"""Explains the YAML parser's errors to people who have never heard of YAML."""

import re
from collections.abc import Callable

import yaml
from msgspec import Struct

from briefgen.expressions import expression
from briefgen.yamltext.span import LineIndex, Position, Span

Explanation = tuple[Span, str, str]
"""Span, message in plain words, and help that proposes one repair."""

_COMPARE = "compare the line with a file that works"
_PATH = expression(r"[\"](?P<path>[\w .\\/-]+\.(?:png|jpe?g|webp))[\"]", re.IGNORECASE)
_COLON = expression(r"^(?P<lead>\s*(?:- )*)(?P<key>[^\s:#\"'][^:]*):\s+(?P<value>.*\S)\s*$")


class _Complaint(Struct, frozen=True):
    """Where the parser stopped (`at`), and where the construct it was parsing starts (`construct_start`)."""

    text: str
    lines: LineIndex
    at: int
    construct_start: int

    @property
    def here(self) -> Span:
        return Span(self.at, min(self.at + 1, len(self.text)))

    @property
    def rest(self) -> Span:
        """The span from `at` to the end of the line, without trailing space."""
        position = self.lines.position(self.at)
        return Span(self.at, self.at + len(self.lines.line(position.line)[position.column - 1 :].rstrip()))

    @property
    def construct_line(self) -> int:
        return self.lines.position(self.construct_start).line


def explain_yaml_error(text: str, error: yaml.YAMLError) -> Explanation:
    """Return span, message and help for a parser's error."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return Span(0, 0), " ".join(str(error).split()), _COMPARE
    context = getattr(error, "context_mark", None) or mark
    complaint = _Complaint(text, LineIndex.of(text), min(mark.index, len(text)), context.index)
    problem = str(getattr(error, "problem", "")).removeprefix("found ").removeprefix("could not find ")
    problem = problem.removeprefix("did not find ")
    explain = _EXPLAIN.get(problem)
    return explain(complaint) if explain else (complaint.here, problem, _COMPARE)


def _explain_key(complaint: _Complaint) -> Explanation:
    position = complaint.lines.position(complaint.at)
    if complaint.lines.line(position.line)[: position.column - 1].rstrip().endswith(('"', "'")):
        way_out = "use curly marks “…” inside the value, or single ones around it"
        return complaint.rest, "there is text after the closing quotation mark", way_out
    return complaint.here, "this line does not line up with the keys above it", "indent it like its neighbours"


def _explain_quote(complaint: _Complaint) -> Explanation:
    quote = Span(complaint.construct_start, complaint.construct_start + 1)
    return quote, f"the quotation mark {quote.of(complaint.text)} opened here is never closed", "close it"


def _explain_escape(complaint: _Complaint) -> Explanation:
    path = _PATH.match(complaint.text, complaint.construct_start)
    if path is not None:
        shown = path["path"].replace("\\", "/")
        return complaint.here, "a path has slashes, no backslashes", f'write `"{shown}"`'
    if (
        complaint.text[complaint.at : complaint.at + 1] == "'"
        or complaint.text[complaint.at + 1 : complaint.at + 2] == "'"
    ):
        return complaint.here, "this backslash begins no known escape", "write ’, or ' without the backslash"
    return complaint.here, "this backslash begins no known escape", r"write `\\`, or use single quotation marks"


def _explain_list(complaint: _Complaint) -> Explanation:
    fact = f"the list that begins at line {complaint.construct_line} continues without `- `"
    return complaint.here, fact, "begin each entry with `- `"


def _explain_bracket(complaint: _Complaint) -> Explanation:
    bracket = complaint.text[complaint.construct_start]
    before = complaint.text[: complaint.at].rstrip(" \t")
    if complaint.here.of(complaint.text) in {'"', "'", "{", "["} and before.endswith(('"', "'", "}", "]")):
        return complaint.here, "a comma is missing before this", "put one there"
    fact = f"the bracket `{bracket}` opened at line {complaint.construct_line} is never closed"
    return complaint.here, fact, "close it, or quote the value"


def _explain_line(complaint: _Complaint) -> Explanation:
    span = _line_span(complaint.lines, complaint.at, back=1)
    return span, "a line without a colon among the keys", "write `key: value`"


def _explain_entry(complaint: _Complaint) -> Explanation:
    return complaint.here, "a list begins on the same line as its key", "begin the list on the next line"


def _explain_colon(complaint: _Complaint) -> Explanation:
    """Explain an unexpected colon: in an unquoted value, or below a value that is not finished."""
    lines = complaint.lines
    position = lines.position(complaint.at)
    found = _COLON.match(lines.line(position.line))
    if found is None or found.start("value") >= position.column - 1:
        way_out = "indent it like its neighbours, or quote the value above"
        span = _line_span(lines, complaint.at, back=0)
        return span, "this line is indented like a part of the value above it", way_out
    start = lines.offset(Position(position.line, found.start("value") + 1))
    key, value = found["key"].strip(), found["value"]
    quoted = value if len(value) <= 60 else value[:57] + "…"  # noqa: PLR2004 - as much as fits next to `help:`
    mark = "'" if '"' in value else '"'
    way_out = f"quote it: `{key}: {mark}{quoted}{mark}`"
    return Span(start, start + len(value)), "an unquoted value contains `: `", way_out


def _explain_start(complaint: _Complaint) -> Explanation:
    character = complaint.here.of(complaint.text)
    if character == "\t":
        return complaint.here, "there is a tab in the indentation", "use spaces"
    way_out = "put the whole value in quotation marks"
    return complaint.here, f"an unquoted value begins with `{character}`", way_out


def _line_span(lines: LineIndex, at: int, *, back: int) -> Span:
    """Return the span of the text on a line, `back` lines above `at`; skips blank lines upwards."""
    number = lines.position(at).line - back
    while number > 1 and not lines.line(number).strip():
        number -= 1
    line = lines.line(number)
    start = lines.offset(Position(number, len(line) - len(line.lstrip()) + 1))
    return Span(start, start + len(line.strip()))


def _explain_nothing(complaint: _Complaint) -> Explanation:
    return complaint.here, "a value or a closing bracket is missing here", "finish it, or quote the value"


# Keyed by the parser's message, without its prefix ("found ", "could not find " …).
_EXPLAIN: dict[str, Callable[[_Complaint], Explanation]] = {
    "mapping values are not allowed in this context": _explain_colon,
    "character that cannot start any token": _explain_start,
    "unexpected end of stream": _explain_quote,
    "unknown escape character": _explain_escape,
    "invalid Unicode character escape code": _explain_escape,
    "expected key": _explain_key,
    "expected '-' indicator": _explain_list,
    "expected ',' or ']'": _explain_bracket,
    "expected ',' or '}'": _explain_bracket,
    "expected ':'": _explain_line,
    "expected node content": _explain_nothing,
    "block sequence entries are not allowed in this context": _explain_entry,
}
