"""Loads a publication's own style sheet, and reports errors that browsers would ignore silently."""

from pathlib import Path

from briefgen.compile.safe_read import UnreadableFileError, read_beneath
from briefgen.compile.setting_reports import report_setting
from briefgen.diagnostics import Diagnostic, Severity

_HINT = "look for a missing colon, semicolon or brace; browsers ignore such a rule"
MAX_BYTES = 512 * 1024
"""Ten times the size of all of briefgen's style sheets together."""


def load_stylesheet(root: Path, name: str | None, settings: Path) -> tuple[str, tuple[Diagnostic, ...]]:
    """Load a publication's style sheet; its faults are reported at its line in the settings."""
    if name is None:
        return "", ()
    try:
        text = read_beneath(root, name, limit=MAX_BYTES).decode("utf-8-sig")
    except UnreadableFileError as error:
        return "", (_report(settings, str(error), error.hint),)
    except UnicodeDecodeError as error:
        return "", (_report(settings, f"`{name}` is not UTF-8 (byte {error.start + 1})", "save it as UTF-8"),)
    if "</style" in text.casefold():
        return "", (_report(settings, f"`{name}` contains `</style`", "delete the HTML tags"),)
    return text, tuple(
        _report(settings, f"`{name}`, line {line}, is not valid CSS", _HINT, Severity.WARNING)
        for line in _find_errors(text)
    )


def _find_errors(text: str) -> list[int]:
    """Return the numbers of the lines with invalid CSS, from 1."""
    import tinycss2  # noqa: PLC0415 - takes 20 ms, and only custom style sheets need it

    found = []
    for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
        parts = [rule]
        if rule.type == "qualified-rule":
            parts += tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
        found += [int(part.source_line) for part in parts if part.type == "error"]
    return found


def _report(settings: Path, message: str, hint: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    return report_setting(settings, ("build", "stylesheet"), message, hint, severity)
