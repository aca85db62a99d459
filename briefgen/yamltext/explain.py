"""What the YAML parser's complaints mean to someone who has never heard of YAML."""

import re

import yaml

from briefgen.yamltext.span import LineIndex, Position, Span

_QUOTE = "put the whole value in quotation marks"
_COLON = re.compile(r"^(?P<lead>\s*(?:- )*)(?P<key>[^\s:#\"'][^:]*):\s+(?P<value>.*\S)\s*$")


def explain_yaml_error(text: str, error: yaml.YAMLError) -> tuple[Span, str, str]:
    """Return the place of a parser's error, the fact in plain words, and one way out."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return Span(0, 0), " ".join(str(error).split()), "compare the line with a file that works"
    at = min(mark.index, len(text))
    problem = str(getattr(error, "problem", None) or "")
    return _explain(text, LineIndex.of(text), at, problem, error)


def _explain(text: str, lines: LineIndex, at: int, problem: str, error: yaml.YAMLError) -> tuple[Span, str, str]:
    here = Span(at, min(at + 1, len(text)))
    context = getattr(error, "context_mark", None)
    opened = lines.position(context.index).line if context is not None else 0
    match problem.removeprefix("found ").removeprefix("could not find ").removeprefix("did not find "):
        case "mapping values are not allowed in this context":
            return _explain_colon(lines, at)
        case "character that cannot start any token":
            return _explain_start(text, here)
        case "unexpected end of stream" if context is not None:
            quote = Span(context.index, context.index + 1)
            return quote, f"the quotation mark {quote.of(text)} opened here is never closed", "close it"
        case "unknown escape character" | "invalid Unicode character escape code":
            return here, "a backslash that begins no escape", r"write `\\`, or use single quotation marks"
        case "expected key" if _closing_quote(lines, at):
            line = lines.position(at).line
            return (
                Span(at, at + len(lines.line(line)[lines.position(at).column - 1 :].rstrip()) or at + 1),
                "words stand after the closing quotation mark",
                "use curly marks “…” inside the value, or single ones around it",
            )
        case "expected key":
            return (
                here,
                "this line does not line up with the keys above it",
                "indent it as its neighbours are",
            )
        case "expected '-' indicator":
            return (
                here,
                f"the list that begins at line {opened} goes on without `- `",
                "begin each entry with `- `",
            )
        case "expected ',' or ']'" | "expected ',' or '}'":
            mark = text[context.index] if context is not None else "["
            return (
                here,
                f"the bracket `{mark}` opened at line {opened} is never closed",
                "close it, or quote the value",
            )
        case "expected ':'":
            return (
                _line_span(lines, at, back=1),
                "a line without a colon among the keys",
                "write `key: value`",
            )
        case "block sequence entries are not allowed in this context":
            return here, "a list begins on the line of its key", "begin the list on the next line"
        case other:
            return here, other or "the parser gave up here", "compare the line with a file that works"


def _explain_colon(lines: LineIndex, at: int) -> tuple[Span, str, str]:
    """Explain a colon where none may stand: in an unquoted value, or below a value that was not finished."""
    position = lines.position(at)
    line = lines.line(position.line)
    found = _COLON.match(line)
    if found is not None and found.start("value") < position.column - 1:
        start = lines.offset(Position(position.line, found.start("value") + 1))
        key, value = found["key"].strip(), found["value"]
        quoted = value if len(value) <= 60 else value[:57] + "…"  # noqa: PLR2004 - what fits beside `help:`
        mark = "'" if '"' in value else '"'
        return (
            Span(start, start + len(value)),
            "an unquoted value holds `: `",
            f"quote it: `{key}: {mark}{quoted}{mark}`",
        )
    span = _line_span(lines, at, back=0)
    return (
        span,
        "this line is indented like a part of the value above it",
        "indent it as its neighbours are, or quote the value above",
    )


def _explain_start(text: str, here: Span) -> tuple[Span, str, str]:
    character = here.of(text)
    if character == "\t":
        return here, "a tab stands in the indent", "use spaces"
    return here, f"an unquoted value begins with `{character}`", _QUOTE


def _closing_quote(lines: LineIndex, at: int) -> bool:
    position = lines.position(at)
    return lines.line(position.line)[: position.column - 1].rstrip().endswith(('"', "'"))


def _line_span(lines: LineIndex, at: int, *, back: int) -> Span:
    """Return the words of the line at an offset, or of the last line with words before it."""
    number = lines.position(at).line - back
    while number > 1 and not lines.line(number).strip():
        number -= 1
    line = lines.line(number)
    start = lines.offset(Position(number, len(line) - len(line.lstrip()) + 1))
    return Span(start, start + len(line.strip()))
