"""A word of Latin letters with a Cyrillic or Greek letter in it that looks like a Latin one.

Nobody sees the difference, but the word is not found by a search, is not hyphenated, and is read out letter by letter.
Such letters come with text that was copied from elsewhere. Only letters that look like Latin ones count: “µm” and “Δt”
are right.

Bad:
    briefs:
      - title: Harbour Opens
        body: The pоrt of Kiel opened, and that of Mаzatlán.

Reports:
    3:15 “pоrt” has a Cyrillic letter that looks like a Latin one: о
    3:48 “Mаzatlán” has a Cyrillic letter that looks like a Latin one: а

Fixed:
    briefs:
      - title: Harbour Opens
        body: The port of Kiel opened, and that of Mazatlán.
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.expressions import expression
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit

_CYRILLIC = dict(
    zip("аеорсухіјѕһԁԛԝёїӓӧҫАВЕКМНОРСТХУІЈЅҮЁЇӒӦҪ", "aeopcyxijshdqwëïäöçABEKMHOPCTXYIJSYËÏÄÖÇ", strict=True)
)
_GREEK = dict(zip("οόΑΒΕΖΗΙΚΜΝΟΡΤΥΧΌΪ", "oóABEZHIKMNOPTYXÓÏ", strict=True))
_LATIN = _CYRILLIC | _GREEK
_OTHER = expression("[Ͱ-ԯ]")
# With figures: `CО2`. What else is no letter ends a word.
_WORD = expression(r"[^\W_]{3,}")
# The letters of Latin with all their accents, in Unicode's blocks.
_LAST_LATIN, _MORE_LATIN = "\u024f", ("\u1e00", "\u1eff")
# A word that is mostly of the other alphabet is of another language, with a letter that was typed in the wrong one.
_MOST = 2


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield words in two alphabets that look like one."""
    for path, scalar in manuscript.texts:
        value = scalar.value
        if value.isascii() or _OTHER.search(value) is None:
            continue
        for match in _WORD.finditer(value):
            word = match.group()
            others = [letter for letter in word if letter in _LATIN]
            letters = sum(map(str.isalpha, word)) if others else 0
            if not others or _MOST * len(others) > letters or not all(map(_is_like_latin, word)):
                continue
            span = manuscript.document.span(path, *match.span())
            right = "".join(_LATIN.get(letter, letter) for letter in word)
            name = "Cyrillic" if others[0] in _CYRILLIC else "Greek"
            yield Finding(
                span=span,
                message=f"“{word}” has a {name} letter that looks like a Latin one: {others[0]}",
                help=f"write “{right}”",
                fix=Fix(f"write “{right}”", (Edit(span, right),), is_safe=False),
            )


def _is_like_latin(letter: str) -> bool:
    return letter <= _LAST_LATIN or letter in _LATIN or _MORE_LATIN[0] <= letter <= _MORE_LATIN[1]


RULE = Rule("T132", "mixed-alphabets", Severity.WARNING, check)
