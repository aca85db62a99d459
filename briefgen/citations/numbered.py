"""Marks that point at a list of sources as other texts have it: `[1]`, a raised figure, `(ibid.)`."""

import re
from collections.abc import Iterator

from briefgen.citations.citation import Malformed
from briefgen.yamltext import Span

_NUMBER = r"\d{1,3}"
_MARKS = re.compile(
    rf"(?P<number>\[{_NUMBER}(?:\s?[,–-]\s?{_NUMBER}){{0,20}}\](?!\())"
    # Behind a short word the figure is a power: `km²`, `m³`.
    r"|(?:(?<=\w\w\w)|(?<=[.,;!?”’»\")])|(?<=\w )(?=[¹²³⁰⁴-⁹]+[.,;:!?\s]))"
    r"(?P<raised>[¹²³⁰⁴-⁹]{1,4}(?:[⁻,][¹²³⁰⁴-⁹]{1,4})*)(?!\w)"
    r"|(?P<circled>\[?[\u2460-\u2473]\]?)(?!\w)"
    # What EndNote and Zotero leave where their own citations were not filled in.
    r"|(?P<unfilled>\{(?:[^{}\n\x00]{1,80}#\d+[^{}\n\x00]{0,40}|\s?\|[^{}\n\x00]{1,120})\})"
    r"|(?P<again>\((?:ibid(?:em)?|idem|op\.\s?cit|loc\.\s?cit)\b[^()\n\x00]{0,60}\))",
    re.IGNORECASE,
)
# A figure is raised to a power; a year is not.
_POWER = re.compile(r"(?<![12]\d\d)\d\Z")


def find_numbered(text: str) -> Iterator[Malformed]:
    """Yield such marks in a text whose citations and opaque parts are blanked out; none says what it cites."""
    for match in _MARKS.finditer(text):
        if match.lastgroup == "raised" and _POWER.search(text, max(0, match.start() - 5), match.start()):
            continue
        help_ = "name the source again: `[@key]`" if match.lastgroup == "again" else "name the source: `[@key]`"
        yield Malformed(Span(*match.span()), match.group(), help_)
