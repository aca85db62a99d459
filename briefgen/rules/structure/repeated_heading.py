"""The same heading twice in one item.

Readers of the list of headings cannot tell the two parts apart, and mostly the second is a copy that was to be changed.
Only headings of the same level below the same heading count; capitals, marks and spaces make no difference. A heading
that stands three times is a label, such as the name of a speaker, and headings with code or links in them are left
alone.

Bad:
    feature:
      title: Harbour Opens
      author: Jane
      body: |
        ## The Ships

        They came.

        ## The ships

        They left.

Reports:
    9:8 a second heading “The ships”

Good:
    feature:
      title: Harbour Opens
      author: Jane
      body: |
        ## The Ships

        They came.

        ## The Crews

        They left.
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.prose import Block
from briefgen.rules.analysis.heading_levels import level_of
from briefgen.rules.rule import Rule

_TWICE = 2
_MOST = 2


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each heading that the same item has above it."""
    for item in manuscript.items:
        twice = _find_twice(item)
        # More are no headings, but lines of a table or of code that begin with `#`.
        for first, second in twice if len(twice) <= _MOST else ():
            yield Finding(
                span=item.file_span(second.span),
                message=f"a second heading “{item.words(second.span)}”",
                help="give one of the two another heading",
                related=(Related(item.file_span(first.span), "first here"),),
            )


def _find_twice(item: ItemText) -> list[list[Block]]:
    """Return the pairs of equal headings."""
    above: list[tuple[int, str]] = []
    found: dict[tuple[tuple[int, str], ...], list[Block]] = {}
    for block in item.prose.blocks:
        if block.kind != "heading" or block.span in item.prose.unmarked_code:
            continue
        words = block.span.of(item.prose.visible)
        level, folded = level_of(item.prose.text, block), "".join(filter(str.isalnum, words.casefold()))
        above = [*(each for each in above if each[0] < level), (level, folded)]
        # What code and links in a heading say is not compared.
        if folded and "\0" not in words:
            found.setdefault(tuple(above), []).append(block)
    return [blocks for blocks in found.values() if len(blocks) == _TWICE]


RULE = Rule("S025", "repeated-heading", Severity.WARNING, check)
