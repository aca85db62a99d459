"""A key that briefgen does not know, usually a misspelt one.

Everything under it would be silently left out. Keys that begin with `x-` are yours to use.

Bad:
    sumary: Two cities part ways.

Reports:
    1:1 unknown key `sumary`

Fixed:
    summary: Two cities part ways.
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield unknown keys."""
    for fault in manuscript.faults:
        if fault.rule == RULE.name:
            yield fault.finding


RULE = Rule("S002", "unknown-key", Severity.ERROR, check, needs_issue=False)
