"""A parenthesis that means to cite and cannot be understood.

It names an outlet and something like a date, but not as `(Outlet, Month D, YYYY; Outlet, Month D)`: a comma
or semicolon is missing, the day stands first, the month is misspelt, the punctuation is full-width. It is
printed as typed, without a link.

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan (NYT May 10).

Reports:
    4:29 citation not understood: “NYT May 10”

Fixed:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan (NYT, May 10).

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan (NYT, 10 May 2023).

Reports:
    4:29 citation not understood: “NYT, 10 May 2023”

Fixed:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan (NYT, May 10, 2023).
"""

from collections.abc import Iterator

from briefgen.citations import Malformed
from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield citations that were not understood."""
    for item in manuscript.items:
        for malformed in item.scan.malformed:
            yield Finding(
                span=item.place(malformed.span),
                message=f"citation not understood: “{malformed.text}”",
                help=malformed.help,
                fix=_fix(item, malformed),
            )


def _fix(item: ItemText, malformed: Malformed) -> Fix | None:
    if not malformed.suggestion:
        return None
    edit = Edit(item.place(malformed.span), malformed.suggestion)
    return Fix(f"write `{malformed.suggestion}`", (edit,), is_safe=False)


RULE = Rule("C101", "malformed-citation", Severity.WARNING, check)
