"""The report as SARIF 2.1.0, with fixes and the documentation of each rule."""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar
from urllib.parse import quote

from briefgen import __version__
from briefgen.diagnostics import Diagnostic, FileEdit, Fix, Related, Severity
from briefgen.reports.visible import dump_json
from briefgen.yamltext import Document, Span

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


class RuleHelp(Protocol):
    """The properties of a rule that a report needs; `briefgen.rules.Rule` satisfies it."""

    @property
    def code(self) -> str:
        """`C104`."""

    @property
    def name(self) -> str:
        """`unused-source`."""

    @property
    def severity(self) -> Severity:
        """The default severity."""

    @property
    def summary(self) -> str:
        """A one-sentence summary."""

    @property
    def reason(self) -> str:
        """Why it matters."""


Help = TypeVar("Help", bound=RuleHelp)

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def format_sarif(diagnostics: Iterable[Diagnostic], rules: Iterable[Help], page: Callable[[Help], str]) -> str:
    """Return a log with one run, which includes the documentation of the reported rules.

    `page` returns the documentation page of a rule, which is embedded because it has no URL. Columns count UTF-16
    code units, as SARIF viewers expect.
    """
    results = [_result(each) for each in diagnostics]
    codes = {result["ruleId"] for result in results}
    reported = [rule for rule in rules if rule.code in codes]
    index = {rule.code: number for number, rule in enumerate(reported)}
    for result in results:
        result["ruleIndex"] = index[str(result["ruleId"])]
    run = {
        "tool": {
            "driver": {
                "name": "briefgen",
                "semanticVersion": __version__,
                "version": __version__,
                "rules": [_rule(rule, page(rule)) for rule in reported],
            }
        },
        "columnKind": "utf16CodeUnits",
        "results": results,
    }
    return dump_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _rule(rule: RuleHelp, page: str) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": "".join(part.title() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.reason},
        # The terminal version of the page is also valid Markdown.
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(diagnostic: Diagnostic) -> dict[str, object]:
    """Return a result without its `ruleIndex`."""
    finding = diagnostic.finding
    help_ = f" ({finding.help})" if finding.help else ""
    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": f"{finding.message}{help_}."},
        "locations": [{"physicalLocation": _place(diagnostic.path, diagnostic.document, finding.span)}],
    }
    related = list(_related(diagnostic, finding.related))
    if related:
        result["relatedLocations"] = related
    if finding.fix is not None:
        result["fixes"] = [_fix(diagnostic, finding.fix)]
    return result


def _related(diagnostic: Diagnostic, related: Iterable[Related]) -> Iterable[dict[str, object]]:
    for number, each in enumerate(related):
        if each.path:
            line = each.position.line if each.position else 1
            place: dict[str, object] = {"artifactLocation": _artifact(each.path), "region": {"startLine": line}}
        else:
            place = _place(diagnostic.path, diagnostic.document, each.span)
        yield {"id": number, "physicalLocation": place, "message": {"text": each.message}}


def _fix(diagnostic: Diagnostic, fix: Fix) -> dict[str, object]:
    replacements: list[dict[str, object]] = [
        {"deletedRegion": _region(diagnostic.document, edit.span), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    changes = [{"artifactLocation": _artifact(diagnostic.path), "replacements": replacements}] if replacements else []
    for path in dict.fromkeys(each.path for each in fix.elsewhere):
        others = [_replacement(each) for each in fix.elsewhere if each.path == path]
        changes.append({"artifactLocation": _artifact(path), "replacements": others})
    return {"description": {"text": fix.title}, "artifactChanges": changes}


def _replacement(file_edit: FileEdit) -> dict[str, object]:
    region = {
        "startLine": file_edit.start.line,
        "startColumn": file_edit.start.column,
        "endLine": file_edit.end.line,
        "endColumn": file_edit.end.column,
    }
    return {"deletedRegion": region, "insertedContent": {"text": file_edit.edit.text}}


def _place(path: str, document: Document, span: Span) -> dict[str, object]:
    region: dict[str, object] = {**_region(document, span)}
    words = span.of(document.text)
    if words:
        region["snippet"] = {"text": words}
    return {"artifactLocation": _artifact(path), "region": region}


def _artifact(path: str) -> dict[str, str]:
    # The bytes of a name that is not UTF-8 are part of its address like any others.
    return {"uri": quote(path, errors="surrogateescape")}


def _region(document: Document, span: Span) -> dict[str, int]:
    start, end = document.lines.position(span.start), document.lines.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": _units(document.lines.line(start.line)[: start.column - 1]),
        "endLine": end.line,
        "endColumn": _units(document.lines.line(end.line)[: end.column - 1]),
    }


def _units(before: str) -> int:
    """Return the 1-based column after a text, in UTF-16 code units."""
    return len(before.encode("utf-16-le")) // 2 + 1
