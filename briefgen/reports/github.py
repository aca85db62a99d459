"""The report as GitHub workflow commands, which GitHub shows as annotations."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.reports.visible import show

SHOWN = 10
"""The maximum number of annotations of each severity that GitHub shows for a step; all are in the log."""
_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def format_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Return one line `::error …::message` for each diagnostic, ordered by severity.

    Within a severity, the first diagnostic of every rule comes before the second of any. If there are more than GitHub
    shows, the last one shown summarizes the rest.
    """
    kinds = defaultdict[Severity, list[_Annotation]](list)
    for each in diagnostics:
        kinds[each.severity].append(_Annotation(each.sort_key, each.code, each.name, _line(each)))
    return "".join(
        line for severity in sorted(kinds, key=lambda one: -one.rank) for line in _lines(severity, kinds[severity])
    )


class _Annotation(NamedTuple):
    """A diagnostic without its document."""

    place: tuple[str, int, str, int]
    code: str
    name: str
    line: str


def _lines(severity: Severity, annotations: Sequence[_Annotation]) -> Iterator[str]:
    """Yield the lines for one severity."""
    ranked = _rank(annotations)
    shown = len(ranked) if len(ranked) <= SHOWN else SHOWN - 1
    yield from (each.line for each in ranked[:shown])
    rest = ranked[shown:]
    if rest:
        counts = Counter(f"{each.code} {each.name}" for each in rest).most_common()
        listed = ", ".join(f"{count} {rule}" for rule, count in counts)
        message = _escape(f"{len(rest)} more {severity}s, in the log of this step: {listed}")
        yield f"::{_KINDS[severity]} title=briefgen::{message}\n"
    yield from (each.line for each in rest)


def _rank(annotations: Sequence[_Annotation]) -> list[_Annotation]:
    """Order annotations: the first of each rule, then the second of each, and so on, by position."""
    seen = Counter[str]()
    turns = []
    for each in sorted(annotations, key=lambda each: each.place):
        turns.append((seen[each.code], each))
        seen[each.code] += 1
    return [each for _, each in sorted(turns, key=lambda turn: turn[0])]


def _line(diagnostic: Diagnostic) -> str:
    start, end = diagnostic.start, diagnostic.end
    fields = {
        "file": diagnostic.path,
        "line": start.line,
        "endLine": end.line,
        "title": f"{diagnostic.code} {diagnostic.name}",
    }
    if start.line == end.line:
        fields |= {"col": start.column, "endColumn": end.column}
    help_ = f" ({diagnostic.finding.help})" if diagnostic.finding.help else ""
    place = ",".join(f"{name}={_escape(str(value), is_field=True)}" for name, value in fields.items())
    return f"::{_KINDS[diagnostic.severity]} {place}::{_escape(diagnostic.finding.message + help_)}\n"


def _escape(text: str, *, is_field: bool = False) -> str:
    """Escape characters that would end the message or start another command; line breaks are already replaced."""
    escaped = show(text).replace("%", "%25")
    return escaped.replace(":", "%3A").replace(",", "%2C") if is_field else escaped
