"""The concise report: one line for each diagnostic, in the form that editors and scripts parse."""

from collections.abc import Iterable

from briefgen.diagnostics import Diagnostic
from briefgen.reports.visible import show, show_path


def format_concise(diagnostics: Iterable[Diagnostic]) -> str:
    """Return one line for each diagnostic: `path:line:column: severity CODE name: message`."""
    return "".join(
        f"{show_path(each.path)}:{each.start.line}:{each.start.column}: "
        f"{each.severity} {each.code} {each.name}: {show(each.finding.message)}\n"
        for each in diagnostics
    )
