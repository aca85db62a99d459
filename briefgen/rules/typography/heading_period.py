"""A title or heading that ends with a full stop, where the others of the issue do not.

It looks like a slip, and screen readers take it for a sentence. Titles and headings count together; where as many have
a stop as have none, nothing is reported. Not reported are abbreviations, ellipses, headings of two sentences, of more
than ten words or with a verb such as “is”, and those in quotation marks.

Bad:
    briefs:
      - title: Harbour Opens
        body: It opened.
      - title: Port Closes.
        body: It closed.
      - title: Ships Leave
        body: They left.

Reports:
    4:23 heading ends with a full stop

Fixed:
    briefs:
      - title: Harbour Opens
        body: It opened.
      - title: Port Closes
        body: It closed.
      - title: Ships Leave
        body: They left.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.expressions import expression
from briefgen.manuscript import FieldText, Manuscript
from briefgen.prose.abbreviations import ABBREVIATIONS
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import SPACED
from briefgen.yamltext import Edit, Span

# One stop, behind a word in small letters; no sentence ends before it.
_STOPPED = expression(r"[^.!?…“\"\x00]*?(?P<word>[^\W\d_]+)\.")
_SHORTEST = 3
# In words: a longer one is a sentence, and so is one with a verb such as these.
_LONGEST = 10
_VERB = r"\b(?:is|are|was|were|has|have|had|will|can|does|did|[Ww]e|I)\b"


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield titles and headings with a full stop at the end, if most have none."""
    found = list(_find_headings(manuscript))
    stopped = [(text, field, at) for text, field, at in found if text.endswith(".")]
    if not stopped or 2 * len(stopped) >= len(found):
        return
    for text, field, at in stopped:
        match = _STOPPED.fullmatch(text)
        word = match["word"] if match else ""
        if len(text.split()) > _LONGEST or re.search(_VERB, text):
            continue
        if len(word) >= _SHORTEST and word[1:].islower() and word.casefold() not in ABBREVIATIONS:
            place = field.file_span(Span(at - 1, at))
            fix = Fix("delete it", (Edit(place, ""),), is_safe=False)
            yield Finding(span=place, message="heading ends with a full stop", help="delete it", fix=fix)


def _find_headings(manuscript: Manuscript) -> Iterator[tuple[str, FieldText, int]]:
    """Yield the words of each title and heading, its field, and where they end in it."""
    for field in manuscript.fields:
        text = field.prose.visible
        if field.name == "title":
            yield text.rstrip("*_ \n"), field, len(text.rstrip("*_ \n"))
        for block in field.prose.blocks if field.name == "body" else ():
            if block.kind == "heading" and block.span not in field.prose.unmarked_code:
                words = block.span.of(text).rstrip("*_# \n")
                yield words, field, block.span.start + len(words)


RULE = Rule("T131", "heading-period", Severity.NOTE, check, languages=SPACED)
