"""A field that is missing, or holds another kind of value than it should.

An issue without a date cannot say which year its citations leave out; a list where text belongs cannot
be printed. Values are read as people mean them: `no` is a word, and `0133` is not taken for an octal number
but refused. In terms.yaml, a spec that its own list does not meet is such a field. A `language:` without
labels of its own is noted once.

Bad:
    date: May 12
    number: 0133

Reports:
    1:7 `date` is “May 12”, expected a date
    2:9 `number` is “0133”, which YAML may read as another number

Good:
    date: 2023-05-12
    number: 133
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield fields that do not fit."""
    for fault in manuscript.faults:
        if fault.rule == RULE.name:
            yield fault.finding


RULE = Rule("S003", "bad-field", Severity.ERROR, check, needs_issue=False, can_be_silenced=False)
