"""Diagnostics as workflow commands, which GitHub shows beside the changed lines."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.reports.terminal_width import show

SHOWN = 10
"""GitHub shows so many annotations of each kind for a step, and keeps the others in the log."""
_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def format_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Return one `::error …::message` a line, errors before warnings before notes.

    Of each kind the first report of every rule comes before the second of any. Where there are more than GitHub
    shows, the last that it shows counts the others.
    """
    kinds = defaultdict[Severity, list[Diagnostic]](list)
    for each in diagnostics:
        kinds[each.severity].append(each)
    return "".join(
        line for severity in sorted(kinds, key=lambda one: -one.rank) for line in _lines(severity, kinds[severity])
    )


def _lines(severity: Severity, diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """Yield the lines of one kind."""
    ranked = _rank(diagnostics)
    shown = len(ranked) if len(ranked) <= SHOWN else SHOWN - 1
    yield from map(_line, ranked[:shown])
    rest = ranked[shown:]
    if rest:
        counts = Counter(f"{each.code} {each.name}" for each in rest).most_common()
        listed = ", ".join(f"{count} {rule}" for rule, count in counts)
        message = _escape(f"{len(rest)} more {severity}s, in the log of this step: {listed}")
        yield f"::{_KINDS[severity]} title=briefgen::{message}\n"
    yield from map(_line, rest)


def _rank(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return the first report of each rule, then the second of each, and so on, by place."""
    seen = Counter[str]()
    turns = []
    for each in sorted(diagnostics, key=lambda each: each.sort_key):
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
    """Escape what would end the message or begin another command; everything is on one line already."""
    escaped = show(text).replace("%", "%25")
    return escaped.replace(":", "%3A").replace(",", "%2C") if is_field else escaped
