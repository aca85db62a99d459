"""Reports on settings in `publication.yaml` that the model alone cannot judge."""

from pathlib import Path

from briefgen.compile.documents import format_path, load_document
from briefgen.diagnostics import Diagnostic, Finding, Severity


def report_setting(
    settings: Path, key: tuple[str | int, ...], message: str, hint: str, severity: Severity = Severity.ERROR
) -> Diagnostic:
    """Return a report at the value of a key: `("build", "fonts", 0)`."""
    from briefgen.rules.structure import bad_field  # noqa: PLC0415 - only needed if something is wrong

    document, rule = load_document(settings), bad_field.RULE
    finding = Finding(span=document.value_span(*key), message=message, help=hint)
    return Diagnostic(rule.code, rule.name, severity, format_path(settings), finding, document)
