"""A quotation whose citation comes three or more sentences later.

The citation covers the quotation, but readers cannot see that; and if the group names several sources, they cannot
tell which of them contains the words. Sentences are counted from the one in which the quotation begins. Quotations of
fewer than four words are not reported.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          Its director called it “the gate of the northern coast.” It took ten years. Three firms built it.
          The sea took the first dike. The second one holds (NYT, May 8; BBC, May 9).

Reports:
    4:30 quotation is 4 sentences away from its citation

Good:
    briefs:
      - title: Harbour Opens
        body: |
          Its director called it “the gate of the northern coast” (BBC, May 9). It took ten years. Three firms
          built it. The sea took the first dike. The second one holds (NYT, May 8).
"""

from bisect import bisect_right
from collections.abc import Iterator

from briefgen.citations import Group
from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.analysis.coverage import has_link, long_quotations
from briefgen.rules.rule import Rule

FARTHEST = 3
_NUMBERS = ("two", "three", "four", "five", "six")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield quotations far from their citation."""
    for item in manuscript.items:
        if not item.groups:
            continue
        starts = [sentence.start for sentence in item.prose.sentences]
        for block, quotation in long_quotations(item):
            following = (group for group in item.groups if quotation.span.start < group.span.start < block.span.end)
            group = next(following, None)
            sentence = item.prose.sentence_at(quotation.span.start)
            if group is None or (sentence is not None and has_link(item, sentence)):
                continue
            at = bisect_right(starts, group.span.start)
            distance = at - bisect_right(starts, quotation.span.start)
            # A quotation of many sentences is near when it ends in or before the sentence of its citation.
            if distance >= FARTHEST and at - bisect_right(starts, quotation.span.end - 1) > 1:
                yield Finding(
                    span=item.file_span(quotation.span),
                    message=f"quotation is {distance} sentences away from its citation",
                    help=_help(group),
                )


def _help(group: Group) -> str:
    count = len(group.citations)
    if count == 1:
        return "cite it in its own sentence"
    number = _NUMBERS[count - 2] if count - 2 < len(_NUMBERS) else str(count)
    return f"cite it in its own sentence: {number} sources follow, and readers cannot tell which one it is from"


RULE = Rule("E107", "distant-citation", Severity.WARNING, check)
