"""The same two words before the same noun, both with and without a hyphen.

Compounds take a hyphen before a noun and none by themselves: a sister-city tie, a sister city. The rule compares only
pairs before the same noun, singular or plural, outside quotations. It reports the rarer form once and lists all its
places.

Bad:
    briefs:
      - title: Ties
        body: |
          Arnhem ended its sister-city ties, and Kiel began a sister-city tie. Wuhan has a sister city tie.

Reports:
    4:88 “sister city tie” and “sister-city tie” both occur (1 open, 2 hyphenated)

Good:
    briefs:
      - title: Ties
        body: |
          Arnhem ended its sister-city ties. Wuhan has a sister-city tie, and is a sister city.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Related, Severity
from briefgen.expressions import expression
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Edit, Span

# Read from the hyphen, which is rare, to both sides.
_AFTER = expression(r"-(?P<second>[a-z]{2,})\s+(?P<noun>[a-z]{3,})(?![\w-])")
_BEFORE = expression(r"(?<![\w-])[a-z]{2,}$")
_LONGEST = 40
_WORDS = """
    a an the of in on at by to for from with and or but as is are was were be been has have had will would can
    could may might
    that which who whom whose this these those it its their his her our your they he she we you not no than then
    when where
    while into onto over under about after before between through during without within against more most less
    least very so
    also only just even both each every some any all other such one two three up out off down who there here
"""
_CLOSED = frozenset(_WORDS.split())
# They count the plural behind them: “five business days” is no compound, “a five-year plan” is one.
_NUMBERS = frozenset({
    "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "thirty", "forty",
    "fifty", "sixty", "seventy", "eighty", "ninety", "dozen", "hundred", "several", "many", "few",
})  # fmt: skip


class _Pair:
    """Two words that occur both open and hyphenated before a noun; the spans cover the two words."""

    def __init__(self, noun: str) -> None:
        self.noun = noun
        self.open: list[Span] = []
        self.hyphenated: list[Span] = []


# The plural of “tie” is no plural in -y.
_SHORT = 4


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield compounds written in two ways, each pair of words once."""
    texts = [(item, item.own_words) for item in manuscript.items]
    pairs: dict[tuple[str, str], dict[str, _Pair]] = {}
    for item, text in texts:
        for first, second, noun, span in _hyphenated(text):
            if not _CLOSED & {first, second, noun}:
                nouns = pairs.setdefault((first, second), {})
                nouns.setdefault(_singular(noun), _Pair(_singular(noun))).hyphenated.append(item.file_span(span))
    for (first, second), nouns in pairs.items():
        for item, text in texts:
            # A plain search for the words is faster than a regular expression for every pair.
            if f"{first} {second} " in text:
                for match in re.finditer(rf"{first}(?<![\w-]{first}) {second}\s+(?P<noun>[a-z]{{3,}})(?![\w-])", text):
                    pair = nouns.get(_singular(match["noun"]))
                    is_count = first in _NUMBERS and match["noun"] != _singular(match["noun"])
                    if pair is not None and not is_count:
                        pair.open.append(item.file_span(Span(match.start(), match.start("noun") - 1)))
        both = [pair for pair in nouns.values() if pair.open]
        if both:
            yield _report(first, second, both)


def _hyphenated(text: str) -> Iterator[tuple[str, str, str, Span]]:
    """Yield two words with a hyphen, the noun after them, and the place of the two."""
    for after in _AFTER.finditer(text):
        before = _BEFORE.search(text, max(0, after.start() - _LONGEST), after.start())
        if before is not None:
            yield before.group(), after["second"], after["noun"], Span(before.start(), after.end("second"))


def _singular(noun: str) -> str:
    if noun.endswith("ies") and len(noun) > _SHORT:
        return noun[:-3] + "y"
    return noun.removesuffix("s")


def _report(first: str, second: str, pairs: list[_Pair]) -> Finding:
    open_ = sorted(span for pair in pairs for span in pair.open)
    hyphenated = sorted(span for pair in pairs for span in pair.hyphenated)
    is_open = len(open_) <= len(hyphenated)
    deviation, *others = open_ if is_open else hyphenated
    noun = pairs[0].noun
    title = f"write `{first}-{second}`" if is_open else f"write `{first} {second}`"
    joints = (span.start + len(first) for span in (deviation, *others))
    edits = tuple(Edit(Span(joint, joint + 1), "-" if is_open else " ") for joint in joints)
    return Finding(
        span=deviation,
        message=f"“{first} {second} {noun}” and “{first}-{second} {noun}” both occur "
        f"({len(open_)} open, {len(hyphenated)} hyphenated)",
        help="hyphenate before a noun, leave the noun itself open",
        related=tuple(Related(span, "here too") for span in others),
        fix=Fix(title, edits, is_safe=False),
    )


RULE = Rule("N105", "hyphenation-variant", Severity.WARNING, check, languages=ENGLISH)
