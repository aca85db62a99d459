"""An item without a single citation.

Readers can neither check the item nor tell reporting from opinion. This one report replaces separate reports on its
quotations, figures and paragraphs. A link counts as a citation. An item of fewer than 25 words with neither a quotation
nor a figure is not reported. In an issue with no `sources:` and fewer than two citations in brackets, all items with a
quotation or a figure make one report, and items without either make none.

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

from collections.abc import Iterator, Sequence

from briefgen.diagnostics import Finding, Severity, plural
from briefgen.manuscript import ItemText, Manuscript
from briefgen.rules.analysis.coverage import find_figures, has_citations, long_quotations, paragraphs
from briefgen.rules.analysis.merging import merge
from briefgen.rules.rule import Rule
from briefgen.yamltext import Span

SHORTEST_ITEM = 25
# One parenthesis that can be read as a citation may be none.
_CITING = 2


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield items that cite nothing; one finding for all of them in an issue that cites nowhere."""
    groups = sum(len(item.groups) + len(item.scan.malformed) for item in manuscript.items)
    cites = bool(manuscript.read_issue.sources) or groups >= _CITING
    found = [
        (item, counts)
        for item in manuscript.items
        if not has_citations(item) and (cites or _has_claims(item)) and (counts := _counts(item))
    ]
    for item, counts in found:
        yield Finding(
            span=manuscript.document.span((*item.path, "title"), 0, len(item.item.title)),
            message=f"{item.path[0]}".removesuffix("s") + " has no citation at all",
            label=f"{counts}: none cited",
            help="cite at least the report it summarizes",
            cause="" if cites else "cites nowhere",
        )


def _merge(found: Sequence[Finding]) -> Finding:
    return merge(found, f"{len(found)} items have no citation at all", related=[each.label for each in found[1:]])


def _has_claims(item: ItemText) -> bool:
    """Return whether an item has a quotation or a figure."""
    return any(True for _ in long_quotations(item)) or any(
        True for _ in find_figures(item, Span(0, len(item.prose.text)))
    )


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


RULE = Rule("E101", "uncited-item", Severity.WARNING, check, merge=_merge)
