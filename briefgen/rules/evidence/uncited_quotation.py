"""A quotation without a citation at or after it in its paragraph.

Quoted words are a promise that somebody published them; readers must be able to find where. A group covers
what stands before it in its paragraph, so one at the end of a paragraph is enough, and a link anywhere in it
is too. Quotations of less than four words are mostly irony or names. Where an item cites nothing at all
(E101), that is said instead.

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
