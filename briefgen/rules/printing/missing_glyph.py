"""A character that the fonts of the PDF do not have: it would print as an empty box.

briefgen brings fonts for Latin, Greek, Cyrillic, common Hanzi, Kana and Hangul. Search and copying still
find the character, which is why nobody notices the box. A publication that makes no
PDF is not told.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule
from briefgen.yamltext import Span, format_character


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield one finding for each character without a glyph, with all its places."""
    for character in sorted(manuscript.undrawable):
        places = [
            manuscript.document.span(path, match.start(), match.end())
            for path, scalar in manuscript.texts
            for match in re.finditer(re.escape(character), scalar.value)
        ]
        yield Finding(
            span=places[0] if places else Span(0, 0),
            message=f"the PDF’s fonts have no “{character}” ({format_character(character)})",
            help="write it another way, or bring a font in your own print style",
            related=tuple(Related(place, "here too") for place in places[1:]),
        )


RULE = Rule("P101", "missing-glyph", Severity.WARNING, check)
