"""A quotation without a citation at or after it in its paragraph.

Quotation marks say that somebody published these words, and readers should be able to find where. A group of citations
covers the part of its paragraph before it, so one at the end of the paragraph is enough; a link anywhere in the
paragraph is enough too, and so is either in the paragraph above a block quotation. Quotations of fewer than four words
are mostly irony or names and are not reported, nor are titles of works, what somebody told the newsletter itself, or
what one could say (“you might say”). All quotations of an item make one report. If the item has no citations at all,
E101 is reported instead. An issue that cites only by links is left alone.

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

          He told us that “this is the day we have waited for.” You may say, “But who needs one more gate?”
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.prose import Block
from briefgen.rules.analysis.coverage import (
    cites_only_by_links,
    has_citations,
    is_cited,
    is_covered,
    long_quotations,
)
from briefgen.rules.analysis.merging import merge
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import CURLY
from briefgen.yamltext import Span

_MESSAGE = "quotation without a citation"
# In letters: words that may be in lowercase in a title.
_SMALL = 4
# What somebody told the authors, or could say.
_HEARD = (
    r"(?i)\b(?:tells?|told|telling|spoke (?:to|with)|speaking (?:to|with)|informed|wrote to"
    r"|in (?:discussion|conversation|an interview) with|interview(?:ed)? (?:by|with)|asked by) (?:us|me|{name})\b"
    r"|\b(?:i|we) (?:asked|spoke (?:to|with)|interviewed)\b"
    r"|\b(?:you|one|i|we|people|some) (?:may|might|could|can|would|will)(?: \w+)? (?:say|ask|think|object|answer)\b"
    r"|\bi hear you (?:say|ask)|\b(?:as if to say|imagine)\b"
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the quotations that nothing covers; those of an item have one cause."""
    if cites_only_by_links(manuscript):
        return
    heard = _HEARD.replace("{name}", re.escape(manuscript.publication.name))
    for item in manuscript.items:
        quoted = long_quotations(item) if has_citations(item) else ()
        introduced = _introduced(item)
        for block, quotations in groupby(quoted, key=lambda each: each[0]):
            if block.span in introduced or _is_heard(item, block, heard):
                continue
            for _, quotation in quotations:
                is_title = _is_title(quotation.words.of(item.prose.text))
                if not is_title and not is_covered(item, block, quotation.span.start):
                    yield Finding(
                        span=item.file_span(quotation.span),
                        message=_MESSAGE,
                        help="say whose words these are, and cite where they were published",
                        cause=str(item.path),
                    )


def _merge(found: Sequence[Finding]) -> Finding:
    return merge(found, f"{_MESSAGE}, {len(found)} times", related=["not cited either"] * (len(found) - 1))


def _introduced(item: ItemText) -> frozenset[Span]:
    """Return the spans of the block quotations that stand below a paragraph with a citation or link."""
    found: list[Span] = []
    is_cited_above = False
    for block in item.prose.blocks:
        if block.kind != "quote":
            is_cited_above = is_cited(item, block)
        elif is_cited_above:
            found.append(block.span)
    return frozenset(found)


def _is_title(words: str) -> bool:
    """Return whether the first word and all longer ones are capitalized, at least two of them behind the first."""
    first, *others = re.findall(r"[^\W\d_][\w’'-]*", words) or [""]
    small = [word for word in others if not word[0].isupper()]
    return first[:1].isupper() and len(others) - len(small) > 1 and all(len(word) <= _SMALL for word in small)


def _is_heard(item: ItemText, block: Block, heard: str) -> bool:
    """Return whether a paragraph says that the authors heard a quotation themselves, or made it up."""
    text = item.own_words
    return re.search(heard, text[block.span.start : block.span.end]) is not None


RULE = Rule("E103", "uncited-quotation", Severity.WARNING, check, languages=CURLY, merge=_merge)
