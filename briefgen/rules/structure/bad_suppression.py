"""An `ignore:` that matches no report, names no rule, or gives no reason.

Such entries outlive their purpose and then hide the next mistake, and next year's editor has only the reason to judge
them by. The rule also checks `validate:` in publication.yaml: it reports names of rules that do not exist, and
`per_file` entries that match no issue.

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
