"""Every citation in an item is to the same outlet.

An item based on one newspaper only repeats what that newspaper reports, and the more so if a state or a ruling party
controls it. Only items with at least two groups of citations, or 150 words, are checked. In preview, because it could
not be measured: newsletter 133 has no such item, and the control texts cite by link.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on Monday (NYT, May 8). It took ten years and three firms (NYT, May 9).

Reports:
    2:12 every citation here is to NYT

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on Monday (NYT, May 8). It took ten years and three firms (BBC, May 9).
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.rules.rule import Rule

LONG_ITEM = 150


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield items that rest on one outlet."""
    for item in manuscript.items:
        is_long = len(item.prose.visible.split()) >= LONG_ITEM
        # A key without a source has no outlet.
        names = set(_names(manuscript, item)) - {""}
        if len(names) == 1 and (len(item.groups) > 1 or is_long):
            name = names.pop()
            outlets = manuscript.outlets.named(name)
            is_controlled = bool(outlets) and all(outlet.is_controlled for outlet in outlets)
            yield Finding(
                span=manuscript.document.span((*item.path, "title"), 0, len(item.item.title)),
                message=f"every citation here is to {name}",
                label="a state or a party decides what it prints" if is_controlled else "",
                help="look for a second source",
            )


def _names(manuscript: Manuscript, item: ItemText) -> Iterator[str]:
    """Yield the outlet of every citation, under one name where the register knows several."""
    for group in item.groups:
        for citation in group.citations:
            source = manuscript.read_issue.sources.get(citation.key)
            name = source.outlet if source else citation.outlet
            yield next((outlet.name for outlet in manuscript.outlets.named(name)), name)


RULE = Rule("E108", "single-source-item", Severity.NOTE, check, in_preview=True)
