"""Reads the usual calls of `build` and `validate` at a glance, without Typer.

Whatever is not plainly right (a word that no option has, a value that is missing, help) is left to Typer,
which says what is wrong; a test holds the two to the same reading of every command line.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefgen.cli.calls import CALLS, Argument, Call, Option, Parameter, ReportFormat, Words, parameters_of


def read_call(words: Sequence[str]) -> Call | None:
    """Return the call that a command line makes; None where Typer should read it."""
    kind = CALLS.get(words[0]) if words else None
    if kind is None:
        return None
    parameters = list(parameters_of(kind))
    options = {
        name: parameter
        for parameter in parameters
        if isinstance(parameter.surface, Option)
        for name in parameter.surface.names
    }
    issues = next(parameter for parameter in parameters if isinstance(parameter.surface, Argument))
    values: dict[str, object] = {}
    try:
        for parameter, word in _pairs(words[1:], options, issues):
            values[parameter.field] = _convert(parameter, word, values.get(parameter.field))
    except ValueError:
        return None
    return kind(**values)  # type: ignore[arg-type]  # Each value was converted to the type of its field.


def _pairs(words: Sequence[str], options: dict[str, Parameter], issues: Parameter) -> Iterator[tuple[Parameter, str]]:
    """Yield each parameter that is given with its word; the word of a flag is its name.

    Raises:
        ValueError: a word is not plainly right.
    """
    rest = iter(words)
    for word in rest:
        name, mark, value = word.partition("=")
        if not word.startswith("-") or word == "-":
            yield issues, word
        elif name not in options or (mark and (options[name].type is bool or not name.startswith("--"))):
            raise ValueError(word)
        elif mark or options[name].type is bool:
            yield options[name], value
        else:
            value = next(rest, "-")
            if value.startswith("-"):
                raise ValueError(word)
            yield options[name], value


def _convert(parameter: Parameter, word: str, before: object) -> object:
    """Return the value of a word; `before` is what an earlier word gave.

    Raises:
        ValueError: no value is called so.
    """
    kind = parameter.type
    if kind is bool:
        return True
    if kind == Words:
        return [*before, word] if isinstance(before, list) else [word]
    return ReportFormat(word) if kind is ReportFormat else Path(word)
