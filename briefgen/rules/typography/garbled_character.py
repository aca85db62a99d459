"""A character garbled by the wrong encoding.

`â€™` was an apostrophe, and `Ã¼` an `ü`, until a program mistook UTF-8 for Windows-1252. Readers see at once that
nobody checked the text. We know of no text in which such a sequence is right.

Bad:
    briefs:
      - title: The Portâ€™s Ferry
        body: Words.

Reports:
    2:20 garbled character, from the wrong encoding

Fixed:
    briefs:
      - title: The Port’s Ferry
        body: Words.
"""

import re
from collections.abc import Iterator
from unicodedata import normalize

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule
from briefgen.yamltext import GARBLED, Edit, Span, restore


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield garbled characters in everything that is printed."""
    for path, scalar in manuscript.texts:
        if scalar.value.isascii():
            continue
        for match in re.finditer("\ufffd+|[\ufb00-\ufb06]", scalar.value):
            yield _of_other(manuscript.document.span(path, *match.span()), match.group())
        for match in GARBLED.finditer(scalar.value):
            restored = restore(match.group())
            if not restored.isprintable() or not restored:
                continue
            span = manuscript.document.span(path, *match.span())
            yield Finding(
                span=span,
                message="garbled character, from the wrong encoding",
                help=f"write {restored}, or copy the text again from the original",
                fix=Fix(f"write {restored}", (Edit(span, restored),), is_safe=False),
            )


def _of_other(span: Span, written: str) -> Finding:
    """Return the finding for characters that a conversion lost, or a ligature that was copied from a PDF."""
    if written[0] == "\ufffd":
        message = "a character that was lost in a conversion"
        return Finding(span=span, message=message, help="look it up in the original, and write it")
    letters = normalize("NFKC", written)
    return Finding(
        span=span,
        message=f"the letters “{letters}” are one character, as in a PDF",
        help=f"write {letters}, so that readers can search for the word",
        fix=Fix(f"write {letters}", (Edit(span, letters),), is_safe=True),
    )


RULE = Rule("T113", "garbled-character", Severity.WARNING, check)
