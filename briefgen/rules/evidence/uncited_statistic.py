"""A figure without a citation at or after it in its paragraph.

Readers repeat percentages, sums of money, millions and shares (“three of 12”), and they repeat the wrong ones too.
All figures after the last citation of a paragraph make one report. Estimates by the author are not reported:
probabilities, and figures under headings such as “Scenarios”. A closing parenthesis that names an outlet without a
date counts as a citation here. If the item has no citations at all, E101 is reported instead. `analysis: true` on an
item turns the rule off for it.

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

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.rules.analysis.coverage import find_figures, find_uncovered, has_citations, is_exempt, paragraphs
from briefgen.rules.analysis.meant_sources import find_unclosed
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Span

_LIKELY = r"(?i)\b(?:probability|likelihood|odds|scenario|potentially)\b"
# What a scenario is headed with: `**Breakthrough (5%)**:`.
_ALONE = r"\([^()]+\)\*\*:"
_NAMES_OUTLET = re.compile(r"\([A-Z][^()\d]{1,60}\)[.”\"]*$")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the figures of each paragraph that nothing covers."""
    # C101 reports a citation that is not closed.
    unclosed = [(meant.text.field, meant.span) for meant in find_unclosed(manuscript)]
    for item in manuscript.items:
        if item.item.analysis or not has_citations(item):
            continue
        text = item.prose.visible
        for block in paragraphs(item):
            tail = find_uncovered(item, block)
            if any(field == item.field and block.span.start <= span.start < block.span.end for field, span in unclosed):
                continue
            if tail is not None and not is_exempt(item, block) and not _NAMES_OUTLET.search(block.span.of(text)):
                yield from _report(item, tail)


def _report(item: ItemText, tail: Span) -> Iterator[Finding]:
    found = [each for each in find_figures(item, tail) if not _is_estimate(item, each)]
    if found:
        yield Finding(
            span=item.file_span(found[0]),
            message=f"“{found[0].of(item.prose.text)}” without a citation",
            help="cite where the figure was published",
            related=tuple(Related(item.file_span(each), "not cited either") for each in found[1:]),
        )


def _is_estimate(item: ItemText, figure: Span) -> bool:
    """Return whether a figure is the author's own estimate of a probability."""
    sentence = item.prose.sentence_at(figure.start) or figure
    around = item.prose.visible[max(figure.start - 1, 0) : figure.end + 4]
    return re.search(_LIKELY, sentence.of(item.prose.visible)) is not None or re.fullmatch(_ALONE, around) is not None


RULE = Rule("E104", "uncited-statistic", Severity.WARNING, check, languages=ENGLISH)
