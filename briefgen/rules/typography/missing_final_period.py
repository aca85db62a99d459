"""A paragraph that does not end with a full stop.

Readers wonder what was cut off. Any mark that ends a sentence will do, and so will a colon before a list; citations,
closing marks and emphasis may follow it. Not reported are lists, lines of fewer than six words, paragraphs entirely
in italics or bold (which serve as headings), paragraphs that end with a link or a bracketed remark, and paragraphs
whose last line begins with a label in bold. Corrections, bios and the summary are checked like bodies. Titles, decks,
captions and credits are not, because they need not be sentences and often have no full stop.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened after ten years of work (NYT, May 8)

          It is deep enough for every ship there is.

Reports:
    4:61 paragraph does not end with a full stop

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened after ten years of work (NYT, May 8).

          It is deep enough for every ship there is.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import FieldText, ItemText, Manuscript
from briefgen.prose import Block
from briefgen.rules.analysis.body_keys import find_body_keys
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import SPACED
from briefgen.yamltext import Edit, Span

SHORTEST = 6
# A title, a deck, a caption or a credit may be no sentence, and in many houses ends without a stop.
_SENTENCES = frozenset({"body", "summary", "bio", "text"})
# `**Date**: May 12` at the head of a text is no sentence.
_LABEL = r"\s*(\*\*|__)[^*_\n]{1,40}(?::\1|\1:)"
_CLOSING = "”’\"'*_)] \n"
_STOPS = ".!?:…。！？：\x00]>"


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield paragraphs that stop without a stop."""
    for item in manuscript.fields:
        ends = _ends_of_keys(item)
        for block in item.prose.blocks if item.name in _SENTENCES else ():
            if block.kind == "paragraph" and block.span.end not in ends and _is_open(item, block):
                end = item.file_span(Span(block.span.end - 1, block.span.end)).end
                yield Finding(
                    span=item.file_span(Span(block.span.end - 1, block.span.end)),
                    message="paragraph does not end with a full stop",
                    help="end the sentence",
                    fix=Fix("add a full stop", (Edit(Span(end, end), "."),), is_safe=False),
                )


def _ends_of_keys(item: FieldText) -> frozenset[int]:
    """Return where lines end that were meant as keys, which S009 reports."""
    return frozenset(keys.span.end for keys in find_body_keys(item)) if isinstance(item, ItemText) else frozenset()


def _is_open(item: FieldText, block: Block) -> bool:
    words = block.span.of(item.prose.visible)
    is_heading = words[:1] in {"*", "_"} and words[-1:] in {"*", "_"}
    if len(words.split()) < SHORTEST or is_heading or re.match(_LABEL, words.rpartition("\n")[2]):
        return False
    ends = {group.span.end: group.span.start for group in item.groups}
    end = block.span.end
    while end > block.span.start:
        last = item.prose.visible[end - 1]
        if end in ends:
            end = ends[end]
        elif last in _STOPS:
            return False
        elif last in _CLOSING:
            end -= 1
        else:
            # A shape, an emoji or a row of marks ends nothing.
            return bool(re.match(r"\w|[,;%–—-]", last))
    return False


RULE = Rule("T107", "missing-final-period", Severity.WARNING, check, languages=SPACED)
