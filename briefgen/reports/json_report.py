"""The report as JSON, in the structure that `json_schema.py` defines."""

from collections.abc import Callable, Iterable

from briefgen.diagnostics import Diagnostic, FileEdit, Fix, Related
from briefgen.reports.json_schema import (
    VERSION,
    DiagnosticShape,
    EditShape,
    FileEditShape,
    FixShape,
    PlaceShape,
    RelatedShape,
    ReportShape,
)
from briefgen.reports.summary import Counts
from briefgen.reports.visible import dump_json
from briefgen.yamltext import Span


def format_json(diagnostics: Iterable[Diagnostic], total: Callable[[], Counts]) -> str:
    """Return a JSON object; lines and columns are 1-based, in code points; ends are exclusive.

    `total` returns the totals once all diagnostics have come.
    """
    # Each becomes a small value at once, so that its document can go.
    found = [_diagnostic(each) for each in diagnostics]
    counts = total()
    document: ReportShape = {
        "version": VERSION,
        "diagnostics": found,
        "summary": {
            "errors": counts.errors,
            "warnings": counts.warnings,
            "notes": counts.notes,
            "issues": counts.issues,
            "citations": counts.citations,
            "sources": counts.sources,
        },
    }
    return dump_json(document) + "\n"


def _diagnostic(diagnostic: Diagnostic) -> DiagnosticShape:
    finding = diagnostic.finding
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "path": diagnostic.path,
        **_place(diagnostic, finding.span),
        "message": finding.message,
        "help": finding.help,
        "related": [_related(diagnostic, related) for related in finding.related],
        "fix": _fix(diagnostic, finding.fix),
    }


def _place(diagnostic: Diagnostic, span: Span) -> PlaceShape:
    start = diagnostic.document.lines.position(span.start)
    end = diagnostic.document.lines.position(span.end)
    return {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}


def _related(diagnostic: Diagnostic, related: Related) -> RelatedShape:
    if related.path:
        line, column = (related.position.line, related.position.column) if related.position else (1, 1)
        place: PlaceShape = {"line": line, "column": column, "end_line": line, "end_column": column}
        return {"path": related.path, **place, "message": related.message}
    return {"path": diagnostic.path, **_place(diagnostic, related.span), "message": related.message}


def _fix(diagnostic: Diagnostic, fix: Fix | None) -> FixShape | None:
    if fix is None:
        return None
    edits: list[EditShape] = [{**_place(diagnostic, edit.span), "text": edit.text} for edit in fix.edits]
    shape: FixShape = {"safe": fix.is_safe, "title": fix.title, "edits": edits}
    if fix.elsewhere:
        shape["elsewhere"] = [_file_edit(each) for each in fix.elsewhere]
    return shape


def _file_edit(file_edit: FileEdit) -> FileEditShape:
    return {
        "path": file_edit.path,
        "line": file_edit.start.line,
        "column": file_edit.start.column,
        "end_line": file_edit.end.line,
        "end_column": file_edit.end.column,
        "text": file_edit.edit.text,
    }
