"""An item without a single citation.

Readers can neither check the item nor tell reporting from opinion. This one report replaces separate reports on its
quotations, figures and paragraphs. A link to what somebody else published counts as a citation. An item of fewer than
25 words with neither a quotation nor a figure is not reported. An issue that cites nothing anywhere gets one report.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened after ten years of work and at a cost of $4 billion. Its director called it
          “the gate of the whole northern coast.”

Reports:
    2:12 brief has no citation at all

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened after ten years of work and at a cost of $4 billion. Its director called it
          “the gate of the whole northern coast” (NYT, May 10).
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity, plural
from briefgen.manuscript import ItemText, Manuscript
from briefgen.rules.analysis.coverage import find_figures, has_citations, long_quotations, paragraphs
from briefgen.rules.rule import Rule
from briefgen.yamltext import Span

SHORTEST_ITEM = 25


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield items that cite nothing, or the first of them if no item cites."""
    uncited = [(item, counts) for item in manuscript.items if not has_citations(item) and (counts := _counts(item))]
    if len(uncited) > 1 and not any(has_citations(item) for item in manuscript.items):
        yield _report_issue(manuscript, [item for item, _ in uncited])
        return
    for item, counts in uncited:
        yield Finding(
            span=_title(manuscript, item),
            message=f"{item.path[0]}".removesuffix("s") + " has no citation at all",
            label=f"{counts}: none cited",
            help="cite at least the report it summarizes",
        )


def _report_issue(manuscript: Manuscript, items: list[ItemText]) -> Finding:
    first, *others = (_title(manuscript, item) for item in items)
    return Finding(
        span=first,
        message=f"none of the {len(items)} items cites anything",
        related=tuple(Related(span, "nor does this one") for span in others),
        help="cite the reports they summarize; if yours is all reporting of your own, set "
        "`validate: {ignore: [uncited-item]}` in publication.yaml",
    )


def _title(manuscript: Manuscript, item: ItemText) -> Span:
    return manuscript.document.span((*item.path, "title"), 0, len(item.item.title))


def _counts(item: ItemText) -> str:
    """Return the size of an item as words, `3 paragraphs, 90 words, …`; empty if it is too short to need a source."""
    blocks = [block.span for block in paragraphs(item)]
    words = sum(len(span.of(item.prose.visible).split()) for span in blocks)
    quotations = len(list(long_quotations(item)))
    numbers = len(list(find_figures(item, Span(0, len(item.prose.text)))))
    if words < SHORTEST_ITEM and not quotations and not numbers:
        return ""
    counted = (_count(len(blocks), "paragraph"), _count(words, "word"))
    return ", ".join(filter(None, (*counted, _count(quotations, "quotation"), _count(numbers, "figure"))))


def _count(number: int, noun: str) -> str:
    return f"{number} {plural(number, noun)}" if number else ""


RULE = Rule("E101", "uncited-item", Severity.WARNING, check)
