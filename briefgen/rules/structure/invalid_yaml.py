"""A file that is not YAML, or uses a part of YAML that briefgen does not read.

Nothing else in the file can be checked until this is fixed. Anchors, aliases, tags, merge keys and duplicate keys are
refused too: with each of them, a file says something other than it seems to.

Bad:
    number: 133
    date: 2023-05-12
    summary: Taiwan: what next

Reports:
    3:10 not valid YAML: an unquoted value contains `: `

Good:
    number: 133
    date: 2023-05-12
    summary: "Taiwan: what next"

Bad:
    summary: One
    summary: Two

Reports:
    2:1 `summary` is written twice

Good:
    summary: One
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield what kept the file from being read."""
    for fault in manuscript.faults:
        if fault.rule == RULE.name:
            yield fault.finding


RULE = Rule("S001", "invalid-yaml", Severity.ERROR, check, needs_issue=False, can_be_silenced=False)
