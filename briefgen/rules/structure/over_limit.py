"""A body, or an issue, holds more of something than briefgen renders.

The limits keep a build from hanging on text that no newsletter needs: bodies over 48,000 characters, words of a
thousand letters, lists nested more than eight deep, an issue with ten thousand lines. They are counts, so that what is
built on one machine is built on every other, and cannot be raised from an issue.

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
    """Yield what there is too much of."""
    for text, excess in manuscript.excesses:
        yield Finding(span=text.place(excess.span), message=excess.message, help=excess.help)


RULE = Rule("S008", "over-limit", Severity.ERROR, check, can_be_silenced=False)
