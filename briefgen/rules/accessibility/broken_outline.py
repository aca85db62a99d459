"""Headings that skip a level, a bold paragraph used as a heading, or a table without a header row.

People who use a screen reader move through a page by its headings, and hear the name of the column before each cell.
The title of an item is printed above its body, so the first headings in a body are second-level headings: `##`.

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Words.

          #### The vote

          More words.

Reports:
    6:12 heading level jumps from 1 to 4

Good:
    briefs:
      - title: Kiel Waits
        body: |
          Words.

          ## The vote

          More words.

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          **The vote**

          More words.

Reports:
    4:7 bold paragraph used as a heading

Good:
    briefs:
      - title: Kiel Waits
        body: |
          ## The vote

          More words.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.prose import Block
from briefgen.rules.rule import Rule
from briefgen.yamltext import Span

_BOLD = r"(\*\*|__)(?P<words>(?![\s*_])[^*_\n]{1,80})\1"
_UNDERLINED = r"\n {0,3}(?P<mark>=+|-+)\s*$"
_STOPS = (".", "!", "?", "…", "”", ":", ",", ";")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield breaks in the outline of each body."""
    for item in manuscript.items:
        yield from _check_levels(item)
        yield from _check_paragraphs(item)
        for block in item.prose.blocks:
            head = block.span.of(item.prose.text).partition("\n")[0]
            if block.kind == "table" and not head.strip("| \t"):
                span = item.file_span(Span(block.span.start, block.span.start + len(head)))
                yield Finding(span=span, message="table has no header", help="name each column in the first row")


def _check_levels(item: ItemText) -> Iterator[Finding]:
    before = 1
    for block in item.prose.blocks:
        if block.kind != "heading":
            continue
        level = _level(item.prose.text, block)
        if level > before + 1:
            span = item.file_span(block.span)
            message = f"heading level jumps from {before} to {level}"
            yield Finding(span=span, message=message, help=f"write `{'#' * (before + 1)}`")
        before = max(level, 1)


def _level(text: str, block: Block) -> int:
    """Count the marks before the words of a heading, or read the line below them."""
    marks = text[text.rfind("\n", 0, block.span.start) + 1 : block.span.start].count("#")
    underline = re.search(_UNDERLINED, block.span.of(text))
    return marks or (1 if underline and underline["mark"][0] == "=" else 2)


def _check_paragraphs(item: ItemText) -> Iterator[Finding]:
    """Yield paragraphs that are entirely bold, end without a period and precede another paragraph."""
    for block, after in pairwise(item.prose.blocks):
        bold = re.fullmatch(_BOLD, block.span.of(item.prose.text)) if block.kind == "paragraph" else None
        if bold and after.kind in {"paragraph", "item", "table"} and not bold["words"].rstrip().endswith(_STOPS):
            span = item.file_span(block.span)
            yield Finding(span=span, message="bold paragraph used as a heading", help="write it as a heading: `## …`")


RULE = Rule("A103", "broken-outline", Severity.WARNING, check)
