"""Characters that were read in another encoding than they were written in.

`â€™` was an apostrophe, `Ã¼` an `ü`, before a program took UTF-8 for Windows-1252. Readers see at once that nobody has
looked. A text in which such letters stand together by right is not known to us.

Bad:
    briefs:
      - title: The Portâ€™s Ferry
        body: Words.

Reports:
    2:20 a character was read in another encoding than it was written in

Fixed:
    briefs:
      - title: The Port’s Ferry
        body: Words.
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule
from briefgen.yamltext import GARBLED, Edit, restore


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield garbled characters in everything that is printed."""
    for path, scalar in manuscript.texts:
        if scalar.value.isascii():
            continue
        for match in GARBLED.finditer(scalar.value):
            meant = restore(match.group())
            if not meant.isprintable() or not meant:
                continue
            span = manuscript.document.span(path, *match.span())
            yield Finding(
                span=span,
                message="a character was read in another encoding than it was written in",
                help=f"write {meant}, or copy the text again from where it came",
                fix=Fix(f"write {meant}", (Edit(span, meant),), is_safe=False),
            )


RULE = Rule("T113", "garbled-character", Severity.WARNING, check)
