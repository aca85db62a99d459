"""A quotation without a citation at or after it in its paragraph.

Quotation marks say that somebody published these words, and readers should be able to find where. A group of
citations covers the part of its paragraph before it, so one at the end of the paragraph is enough; a link anywhere in
the paragraph is enough too. Quotations of fewer than four words are mostly irony or names and are not reported. If
the item has no citations at all, E101 is reported instead.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on Monday (NYT, May 8). Its director called it “the gate of the northern coast.”

Reports:
    4:73 quotation without a citation

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on Monday. Its director called it “the gate of the northern coast” (NYT, May 8).
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.analysis.coverage import has_citations, is_covered, long_quotations
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import CURLY


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield quotations that nothing covers."""
    for item in manuscript.items:
        for block, quotation in long_quotations(item) if has_citations(item) else ():
            if not is_covered(item, block, quotation.span.start):
                yield Finding(
                    span=item.file_span(quotation.span),
                    message="quotation without a citation",
                    help="say whose words these are, and cite where they were published",
                )


RULE = Rule("E103", "uncited-quotation", Severity.WARNING, check, languages=CURLY)
