"""A date in figures that can be read in two ways.

To some readers 05/12/23 is May 12, to others December 5. In preview, because it could not be measured: neither
newsletter 133 nor the control texts contain such a date.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on 05/12/23 (NYT, May 12).

Reports:
    4:29 05/12/23 can be May 12 or December 5

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on May 12 (NYT, May 12).
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.model import MONTHS
from briefgen.prose import Pattern
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Span

_FIGURES = Pattern(r"(\d{1,2})/(\d{1,2})/(?:\d{4}|\d{2})(?![\w/])", literals=("/",), reach=12)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield dates whose day may be their month."""
    for item in manuscript.items:
        for match in _FIGURES.finditer(item.prose.visible):
            one, other = int(match[1]), int(match[2])
            before = item.prose.visible[max(0, match.start() - 1) : match.start()]
            is_part = before.isalnum() or before == "/"
            if not is_part and one != other and 1 <= one <= len(MONTHS) and 1 <= other <= len(MONTHS):
                yield Finding(
                    span=item.file_span(Span(*match.span())),
                    message=f"{match.group()} can be {MONTHS[one - 1]} {other} or {MONTHS[other - 1]} {one}",
                    help="write the month as a word",
                )


RULE = Rule("D104", "ambiguous-date", Severity.NOTE, check, in_preview=True, languages=ENGLISH)
