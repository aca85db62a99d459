"""Diagnostics as JSON, in a documented form with a version."""

import json
from collections.abc import Sequence

from briefgen.diagnostics import Diagnostic, Fix, Related
from briefgen.reports.summary import Counts
from briefgen.yamltext import Span

VERSION = 1


def format_json(diagnostics: Sequence[Diagnostic], counts: Counts) -> str:
    """Return one JSON object; lines and columns count from 1 in code points, ends are exclusive."""
    document = {
        "version": VERSION,
        "diagnostics": [_diagnostic(each) for each in diagnostics],
        "summary": {
            "errors": counts.errors,
            "warnings": counts.warnings,
            "notes": counts.notes,
            "issues": counts.issues,
            "citations": counts.citations,
            "sources": counts.sources,
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(diagnostic: Diagnostic) -> dict[str, object]:
    finding = diagnostic.finding
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": str(diagnostic.severity),
        "path": diagnostic.path,
        **_place(diagnostic, finding.span),
        "message": finding.message,
        "help": finding.help,
        "related": [_related(diagnostic, related) for related in finding.related],
        "fix": _fix(diagnostic, finding.fix),
    }


def _place(diagnostic: Diagnostic, span: Span) -> dict[str, int]:
    start = diagnostic.document.lines.position(span.start)
    end = diagnostic.document.lines.position(span.end)
    return {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}


def _related(diagnostic: Diagnostic, related: Related) -> dict[str, object]:
    if related.path:
        line, column = (related.position.line, related.position.column) if related.position else (1, 1)
        place = {"line": line, "column": column, "end_line": line, "end_column": column}
        return {"path": related.path, **place, "message": related.message}
    return {"path": diagnostic.path, **_place(diagnostic, related.span), "message": related.message}


def _fix(diagnostic: Diagnostic, fix: Fix | None) -> dict[str, object] | None:
    if fix is None:
        return None
    edits = [{**_place(diagnostic, edit.span), "text": edit.text} for edit in fix.edits]
    return {"safe": fix.is_safe, "title": fix.title, "edits": edits}
