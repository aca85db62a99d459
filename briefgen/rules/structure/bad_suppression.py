"""An `ignore:` that silences nothing, names no rule, or gives no reason.

Suppressions outlive what they were written for, and then hide the next fault. The one who reads the file
next year has only the reason to judge by. Under `validate:` in publication.yaml, words that name no rule and a
`per_file` entry that no issue answers to are reported too.

Bad:
    ignore:
      - rule: E999
        reason: from an old template

Reports:
    2:11 there is no rule `E999`

Good:
    x-note: nothing is ignored here

Bad:
    ignore:
      - rule: unused-source
        reason: the list is shared with the next issue
    x-note: nothing is ignored here

Reports:
    2:11 `ignore: unused-source` matches nothing here

Fixed:
    x-note: nothing is ignored here
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield nothing: which suppressions were used is known only after all other rules have run."""
    del manuscript
    yield from ()


RULE = Rule("S007", "bad-suppression", Severity.WARNING, check, can_be_silenced=False)
