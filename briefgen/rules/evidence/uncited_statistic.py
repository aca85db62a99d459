"""A figure without a citation at or after it in its paragraph.

Readers repeat percentages, sums of money, millions and shares (“three of 12”), and they repeat the wrong ones too. All
such figures of an item make one report. Estimates by the author are not reported: probabilities, and figures under
headings such as “Scenarios”; nor are prices (sums under 10,000 without a word such as “million”), hypotheses
(“suppose”, “would cost”), what the authors counted themselves (“our survey found”), and places in a series (“part 2 of
5”). A closing parenthesis that names an outlet without a date counts as a citation here. If the item has no citations
at all, E101 is reported instead. `analysis: true` on an item turns the rule off for it. An issue that cites only by
links is left alone, and so is one that cites a list in its own text by years, as C102 tells.

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
          The harbour opened on Monday. Fees fell by 12 percent, to $40 million (NYT, May 8). A ticket costs $25.
          Suppose that 30 percent go by ship. In our survey, 70 percent said they would. This is part 2 of 5.
"""

import re
from collections.abc import Iterator, Sequence

from briefgen.diagnostics import Finding, Severity
from briefgen.expressions import expression
from briefgen.manuscript import ItemText, Manuscript
from briefgen.rules.analysis.coverage import (
    cites_only_by_links,
    find_figures,
    find_uncovered,
    has_citations,
    is_exempt,
    paragraphs,
    refers_to_own_list,
)
from briefgen.rules.analysis.meant_sources import find_unclosed
from briefgen.rules.analysis.merging import merge
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Span

_LIKELY = r"(?i)\b(?:probability|likelihood|odds|scenario|potentially)\b"
# What the authors found out themselves, and what is not said to be so.
_OWN = (
    r"(?i)\b(?:our|my) (?:\w+ )?(?:survey|poll|count|calculations?|estimates?|analysis|data|sample|readers|respondents"
    r"|questionnaire|tests?|measurements?)\b"
    r"|\bwe (?:\w+ )?(?:survey|poll|count|calculat|estimat|measur|ask|interview|test|find|found|analy[sz]|observ|infer"
    r"|expect|predict|assum)\w*"
    r"|\b(?:suppose|imagine|assume|assuming|say you|if (?:you|we|I|one)|hypothetical(?:ly)?|let[’']s say"
    r"|for the sake of argument)\b"
    r"|\bwould (?:\w+ )?(?:cost|be|get|pay|earn|make)\b"
)
# A block that is bold throughout is a heading; what it says is told and cited below it.
_HEADING = r"\s*(\*\*|__).*\1\**\s*"
_PRICE = r"[$€£¥]\s?\d{1,3}(?:\.\d+)?|[$€£¥]\s?\d,?\d{3}"
# How far around a figure its sentence is read, in characters.
_NEAR = 500
_IN_SERIES = expression(
    r"\b(?:part|day|week|episode|chapter|volume|issue|number|no\.|step|round|page|edition|lesson|instal+ment) $",
    re.IGNORECASE,
)
# What a scenario is headed with: `**Breakthrough (5%)**:`.
_ALONE = r"\([^()]+\)\*\*:"
_NAMES_OUTLET = expression(r"\([A-Z][^()\d]{1,60}\)[.”\"]*$")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the figures that nothing covers; those of an item have one cause."""
    if cites_only_by_links(manuscript) or refers_to_own_list(manuscript):
        return
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
            words = block.span.of(text)
            figures = list(find_figures(item, tail)) if tail is not None else []
            # Last, because most blocks have no figure.
            if not figures or is_exempt(item, block) or _NAMES_OUTLET.search(words) or re.fullmatch(_HEADING, words):
                continue
            for figure in figures:
                if not _is_own(item, figure):
                    yield Finding(
                        span=item.file_span(figure),
                        message=f"“{figure.of(item.prose.text)}” without a citation",
                        help="cite where the figure was published",
                        cause=str(item.path),
                    )


def _merge(found: Sequence[Finding]) -> Finding:
    return merge(found, found[0].message, related=["not cited either"] * (len(found) - 1))


def _is_own(item: ItemText, figure: Span) -> bool:
    """Return whether a figure is the author's own, a hypothesis, a price or a place in a series."""
    text = item.prose.visible
    if re.fullmatch(_PRICE, figure.of(text)) or _IN_SERIES.search(text, max(0, figure.start - 20), figure.start):
        return True
    sentence = item.prose.sentence_at(figure.start) or figure
    around = text[max(figure.start - 1, 0) : figure.end + 4]
    words = text[max(sentence.start, figure.start - _NEAR) : min(sentence.end, figure.end + _NEAR)]
    return bool(re.search(_LIKELY, words) or re.search(_OWN, words) or re.fullmatch(_ALONE, around))


RULE = Rule("E104", "uncited-statistic", Severity.WARNING, check, languages=ENGLISH, merge=_merge)
