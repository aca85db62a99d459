"""A figure without a citation at or after it in its paragraph.

Percentages, amounts of money, millions and shares (“three of 12”) are what readers repeat, and what is
repeated wrongly. All figures after the last citation of a paragraph are one
report. Where an item cites nothing at all (E101), or a long paragraph does not (E102), that is said instead;
`analysis: true` on an item quiets the rule.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on Monday (NYT, May 8). Fees fell by 12 percent, to $40 million.

Reports:
    4:63 “12 percent” without a citation

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on Monday. Fees fell by 12 percent, to $40 million (NYT, May 8).
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.rules.evidence.coverage import bare_words, cites, figures, paragraphs, uncovered
from briefgen.rules.rule import Rule
from briefgen.yamltext import Span


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the figures of each paragraph that nothing covers."""
    for item in manuscript.items:
        if item.item.analysis or not cites(item):
            continue
        for block in paragraphs(item):
            tail = uncovered(item, block)
            if tail is not None and not bare_words(item, block):
                yield from _report(item, tail)


def _report(item: ItemText, tail: Span) -> Iterator[Finding]:
    found = list(figures(item, tail))
    if found:
        yield Finding(
            span=item.place(found[0]),
            message=f"“{found[0].of(item.prose.text)}” without a citation",
            help="cite where the figure was published",
            related=tuple(Related(item.place(each), "not cited either") for each in found[1:]),
        )


RULE = Rule("E104", "uncited-statistic", Severity.WARNING, check)
