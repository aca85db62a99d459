"""The report in GitLab's Code Quality format."""

import hashlib
from collections import Counter
from collections.abc import Iterable

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.reports.visible import dump_json

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}


def format_gitlab(diagnostics: Iterable[Diagnostic]) -> str:
    """Return a JSON list; fingerprints depend on the text, not on line numbers, so they survive edits elsewhere."""
    seen: Counter[str] = Counter()
    found = []
    for each in diagnostics:
        words = each.finding.span.of(each.document.text)
        print_ = f"{each.path}\0{each.code}\0{each.finding.message}\0{words}"
        seen[print_] += 1
        found.append(
            {
                "type": "issue",
                "check_name": each.name,
                "description": f"{each.code}: {each.finding.message}",
                "severity": _SEVERITIES[each.severity],
                "fingerprint": hashlib.sha256(f"{print_}\0{seen[print_]}".encode(errors="surrogateescape")).hexdigest(),
                "location": {"path": each.path, "lines": {"begin": each.start.line, "end": each.end.line}},
            }
        )
    return dump_json(found) + "\n"
