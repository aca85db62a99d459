"""A body, or an issue, that exceeds one of briefgen's limits.

The limits keep a build from hanging on text that no newsletter needs: bodies over 48,000 characters, words of more
than 1,000 letters, lists nested more than eight deep, issues over 10,000 lines. They are counts, so that an issue that
is built on one machine is built on every other. An issue cannot raise them.

Bad:
    briefs:
      - title: Deep Down
        body: |
          > > > > > > > > > Nine levels of quotation.

Reports:
    4:23 lists or quotations nested more than 8 deep

Good:
    briefs:
      - title: Deep Down
        body: |
          > One level of quotation.
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield what a body has too much of."""
    for text, fault in manuscript.limit_faults:
        yield Finding(span=text.file_span(fault.span), message=fault.message, help=fault.help)


RULE = Rule("S008", "over-limit", Severity.ERROR, check, can_be_silenced=False)
