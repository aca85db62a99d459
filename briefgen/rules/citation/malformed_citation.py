"""A parenthesis that means to cite and cannot be understood.

It names an outlet and something like a date, but not as `(Outlet, Month D, YYYY; Outlet, Month D)`: a comma
or semicolon is missing, the day stands first, the month is misspelt, the punctuation is full-width. Or it names a key,
but not as `[@key]`. It is printed as typed, without a link.

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

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          As @nyt-kiel says, Kiel stalled the plan [-@nyt-kiel].
    sources:
      nyt-kiel: {outlet: NYT, date: 2023-05-10}

Reports:
    4:10 citation not understood: “@nyt-kiel”
    4:48 citation not understood: “[-@nyt-kiel]”

Good:
    briefs:
      - title: Kiel Waits
        body: |
          As The New York Times says, Kiel stalled the plan [@nyt-kiel].
    sources:
      nyt-kiel: {outlet: NYT, date: 2023-05-10}
"""

import re
from collections.abc import Iterator

from briefgen.citations import Malformed
from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.languages import ENGLISH
from briefgen.yamltext import Edit, Span

_BARE_KEY = r"(?<![\w.@/-])@([A-Za-z0-9](?:[\w.:/+-]*[A-Za-z0-9])?)"


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
        yield from _bare_keys(manuscript, item)


def _bare_keys(manuscript: Manuscript, item: ItemText) -> Iterator[Finding]:
    """Yield the keys of sources that stand in the text without their brackets."""
    if "@" not in item.uncited:
        return
    for match in re.finditer(_BARE_KEY, item.uncited):
        span = Span(*match.span())
        is_told = any(malformed.span.covers(span) for malformed in item.scan.malformed)
        if match[1] in manuscript.read_issue.sources and not is_told:
            yield Finding(
                span=item.place(span),
                message=f"citation not understood: “{match.group()}”",
                help=f"write `[{match.group()}]` behind what it says",
            )


def _fix(item: ItemText, malformed: Malformed) -> Fix | None:
    if not malformed.suggestion:
        return None
    edit = Edit(item.place(malformed.span), malformed.suggestion)
    return Fix(f"write `{malformed.suggestion}`", (edit,), is_safe=False)


RULE = Rule("C101", "malformed-citation", Severity.WARNING, check, languages=ENGLISH)
