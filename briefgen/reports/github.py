"""Diagnostics as workflow commands, which GitHub shows beside the changed lines."""

from collections.abc import Iterable

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.reports.cells import show

# GitHub shows ten annotations of each kind for a step; what matters comes first.
_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def format_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Return one `::error …::message` a line, errors before warnings before notes."""
    ranked = sorted(diagnostics, key=lambda each: (-each.severity.rank, each.sort_key))
    return "".join(_line(each) for each in ranked)


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
