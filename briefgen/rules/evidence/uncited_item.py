"""An item without a single citation.

Readers can neither check the item nor tell reporting from opinion. This one report replaces separate reports on its
quotations, figures and paragraphs. A link to what somebody else published counts as a citation. An item of fewer than
25 words (50 letters in Chinese and Japanese) with neither a quotation nor a figure is not reported. An issue that
neither cites nor links anywhere gets one report, unless none of the issues around it cites either: then it is all
reporting of its own. One report is also made of an issue with a single citation in brackets and no `sources:`, for
its items with a quotation or a figure. An issue that only has links, but neither `sources:` nor citations in
brackets, is not reported: it does not promise a source for each claim.

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

Bad:
    # publication.yaml: {language: ja}
    briefs:
      - title: 新しい港
        body: |
          十年の工事を経て、北の海岸に新しい港が開いた。初めての船は夜に入り、朝には荷を積んで出て行ったが、誰も手を振らなかった。

Reports:
    3:12 brief has no citation at all

Good:
    # publication.yaml: {language: ja}
    briefs:
      - title: 新しい港
        body: |
          十年の工事を経て、北の海岸に新しい港が開いた。初めての船は夜に入った（NYT、5月10日）。
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from briefgen.diagnostics import Finding, Severity, plural
from briefgen.manuscript import ItemText, Manuscript
from briefgen.rules.analysis.coverage import (
    CITING,
    cites_only_by_links,
    count_groups,
    find_figures,
    has_citations,
    long_quotations,
    paragraphs,
)
from briefgen.rules.analysis.merging import merge
from briefgen.rules.analysis.word_counts import count_letters, count_words
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import UNSPACED
from briefgen.yamltext import Span

SHORTEST_ITEM = 25
_ONCE, _NOWHERE = "once", "nowhere"
_OWN_WORK = (
    "cite the reports they summarize; if yours is all reporting of your own, set "
    "`validate: {ignore: [uncited-item]}` in publication.yaml"
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield items that cite nothing; with one cause in an issue that cites nowhere, or only once."""
    if cites_only_by_links(manuscript):
        return
    groups = count_groups(manuscript)
    cites = bool(manuscript.read_issue.sources) or groups >= CITING
    cause = "" if cites else _ONCE if groups else _NOWHERE
    if cause == _NOWHERE and _never_cites(manuscript):
        return
    for item in manuscript.items:
        if has_citations(item) or (cause == _ONCE and not _has_claims(item)):
            continue
        counts = _counts(item)
        if counts:
            yield Finding(
                span=manuscript.document.span((*item.path, "title"), 0, len(item.item.title)),
                message=f"{item.path[0]}".removesuffix("s") + " has no citation at all",
                label=f"{counts}: none cited",
                help="cite at least the report it summarizes",
                cause=cause,
            )


def _merge(found: Sequence[Finding]) -> Finding:
    labels = [each.label for each in found[1:]]
    if found[0].cause == _ONCE:
        return merge(found, f"{len(found)} items have no citation at all", related=labels)
    merged = merge(found, f"none of the {len(found)} items cites anything", related=labels)
    return replace(merged, help=_OWN_WORK)


def _never_cites(manuscript: Manuscript) -> bool:
    """Return whether there are other issues of the publication, and none of them cites."""
    others = [sibling for sibling in manuscript.siblings if sibling.path != manuscript.path]
    return bool(others) and not any(sibling.cites for sibling in others)


def _has_claims(item: ItemText) -> bool:
    """Return whether an item has a quotation or a figure."""
    figures = find_figures(item, Span(0, len(item.prose.text)))
    return any(True for _ in long_quotations(item)) or any(True for _ in figures)


def _counts(item: ItemText) -> str:
    """Return the size of an item as words, `3 paragraphs, 90 words, …`; empty if it is too short to need a source."""
    blocks = [block.span for block in paragraphs(item)]
    texts = [span.of(item.prose.visible) for span in blocks]
    words = sum(count_words(text, item.language) for text in texts)
    quotations = len(list(long_quotations(item)))
    numbers = len(list(find_figures(item, Span(0, len(item.prose.text)))))
    if words < SHORTEST_ITEM and not quotations and not numbers:
        return ""
    is_spaced = item.language not in UNSPACED
    length = _count(words, "word") if is_spaced else _count(sum(map(count_letters, texts)), "letter")
    counted = (_count(len(blocks), "paragraph"), length)
    return ", ".join(filter(None, (*counted, _count(quotations, "quotation"), _count(numbers, "figure"))))


def _count(number: int, noun: str) -> str:
    return f"{number} {plural(number, noun)}" if number else ""


RULE = Rule("E101", "uncited-item", Severity.WARNING, check, merge=_merge)
