"""A long paragraph of reporting without a citation, in an item that cites elsewhere.

Readers take it for the newsletter's own knowledge, or look for its source in the next paragraph. A paragraph counts as
reporting when it contains a number, a quotation, a date, or words such as “said”. Paragraphs of pure reasoning are not
reported, nor are items marked `analysis: true` or sections with headings such as “Scenarios” or “Summary”; nor is a
paragraph in which a quotation (E103) or a figure (E104) is already reported. In preview, because a program cannot
reliably tell reporting from reasoning: half of its reports on analyses were wrong. An issue that cites only by links is
left alone.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on Monday (NYT, May 8).

          Work on it began in 2013, when the province bought the marshes from eleven villages, and stopped
          twice because the dikes sank faster than the engineers had reckoned. The builders changed three
          times, and each of them said that the one before had left nothing that could be used. What the
          whole affair has cost is written in no budget, because the money came from the province, from
          two banks and from the sale of land that the harbour itself had made dry.

Reports:
    6:7 83 words without a citation

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on Monday (NYT, May 8).

          Work on it began in 2013, when the province bought the marshes from eleven villages, and stopped
          twice because the dikes sank faster than the engineers had reckoned. The builders changed three
          times, and each of them said that the one before had left nothing that could be used. What the
          whole affair has cost is written in no budget, because the money came from the province, from
          two banks and from the sale of land that the harbour itself had made dry (BBC, May 9).
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.analysis.coverage import (
    cites_only_by_links,
    count_uncited_words,
    find_figures,
    has_citations,
    is_exempt,
    long_quotations,
)
from briefgen.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield long paragraphs of report without a citation."""
    if cites_only_by_links(manuscript):
        return
    for item in manuscript.items:
        quoting = {block.span for block, _ in long_quotations(item)}
        for block in item.prose.blocks if has_citations(item) else ():
            words = count_uncited_words(item, block)
            if (
                words
                and block.span not in quoting
                and not any(find_figures(item, block.span))
                and not is_exempt(item, block)
            ):
                yield Finding(
                    span=item.file_span(item.prose.sentence_at(block.span.start) or block.span),
                    message=f"{words} words without a citation",
                    help="cite what it reports, or set `analysis: true` on the item",
                )


RULE = Rule("E102", "uncited-paragraph", Severity.WARNING, check, in_preview=True)
