"""A field that is missing, or that holds the wrong kind of value.

Without a date, for example, briefgen cannot tell which year to leave out of citations, and it cannot print a list
where text belongs. Values are read as people mean them: `no` is a word, and `0133` is refused rather than read as an
octal number. In terms.yaml, a term that fails its own spec is reported here too. A `language:` for which briefgen has
no labels gets a note.

Bad:
    date: May 12
    number: 0133

Reports:
    1:7 `date` is “May 12”, expected a date
    2:9 `number` is “0133”, which YAML can read as a different number

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
