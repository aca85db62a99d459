"""A heading with one capital too many or too few.

Headings in two styles look like the work of two writers. In title case, as in “Tensions over Taiwan”, every word has
a capital except the small ones. The Associated Press treats only prepositions of up to three letters as small
(“Tensions Over Taiwan”); The Chicago Manual of Style treats all prepositions so (the latest edition, those of up to
four letters). Set `style.title_case` to `ap` or `chicago`, and every title is judged by it, and so are the
sub-headings of an issue unless most of them are in sentence case. Otherwise, as a note, the rule follows the majority
of headings in the issue, ignores those in sentence case, and says nothing when they are evenly divided, or of a word
that has no capital in several headings. It ignores
quoted and italic words, asides, names such as iPhone, units, other languages, and words that may be adverbs (“Takes
Over”).

Bad:
    # publication.yaml: {style: {title_case: ap}}
    feature: {title: Tensions over Taiwan, author: Jane Doe, body: Words.}
    briefs:
      - {title: "Two Ports: the Price Is High", body: Words.}
      - {title: What a Ferry is For, body: Words.}

Reports:
    2:27 “over” in a heading: AP style is “Over”
    4:25 “the” is not capitalized in a title-case heading
    5:26 “is” is not capitalized in a title-case heading

Fixed:
    # publication.yaml: {style: {title_case: ap}}
    feature: {title: Tensions Over Taiwan, author: Jane Doe, body: Words.}
    briefs:
      - {title: "Two Ports: The Price Is High", body: Words.}
      - {title: What a Ferry Is For, body: Words.}

Bad:
    # publication.yaml: {style: {title_case: chicago}}
    briefs:
      - {title: Library closes on Mondays, body: Words.}
      - {title: Weir repair waits For engineers, body: Words.}

Reports:
    3:21 “closes” is not capitalized in a title-case heading
    4:13 not in title case: “Weir repair waits For engineers”

Fixed:
    # publication.yaml: {style: {title_case: chicago}}
    briefs:
      - {title: Library Closes on Mondays, body: Words.}
      - {title: Weir Repair Waits for Engineers, body: Words.}
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import Literal

from msgspec import Struct

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import Manuscript
from briefgen.model import TitleCase
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.rules.vocabulary.title_words import (
    AFTER_THE,
    ALWAYS_SMALL,
    BEFORE_A,
    DAYS,
    LONG_PREPOSITIONS,
    MAY_BE_SMALL,
    OF_NAMES,
    SHORT_PREPOSITIONS,
    UNITS,
)
from briefgen.yamltext import Edit, Path, Span

# What belongs to others, or is no word: filled up before the words are read.
_FOREIGN = r"“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’(?!\w)|\*[^*]+\*|(?<!\w)_[^_]+_(?!\w)|`[^`]*`|\([^()]*\)|&\w+;"
_FOREIGN_MARKS = frozenset('“"‘*_`(&')
_WORD = r"(?<![\w@#/])[^\W\d_](?:[\w’'.&-]*\w)?"
_ENDS = tuple('?!.…;|/→—–([+•=“‘"')
_STOPS = ("?", "!", ".", "…")
_LABEL = r"[ #]*(?:\[[^\[\]]+\]|\([^()]+\))[ ]+"
# One heading is no custom: it may hold a name.
_FEWEST = 2
_NAMES = {"ap": "AP", "chicago": "Chicago"}

Kind = Literal["major", "small", "preposition", "long preposition", "either"]

Place = Literal["", "first", "behind colon"]


class _Word(Struct, frozen=True):
    text: str
    kind: Kind
    """How the styles classify the word in its position."""
    path: Path
    at: int
    place: Place = ""
    """Whether it begins a sentence of the heading, or stands behind a colon, where sentence case has a capital too."""

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield words whose first letter is not that of the house, and headings with several, once each."""
    house = manuscript.publication.style.title_case
    for are_titles, headings in ((True, list(_titles(manuscript))), (False, list(_subheadings(manuscript)))):
        titled = [words for words in headings if _has_capitals(words)]
        if house is None and (len(titled) < _FEWEST or 2 * len(titled) <= len(headings)):
            continue
        # Many houses have titles in title case, and sub-headings in sentence case.
        judged = headings if house and (are_titles or 2 * len(titled) >= len(headings)) else titled
        if house is None:
            # “New research! What We Found”: each sentence has its own style.
            judged = [part for heading in titled for part in _sentences(heading) if _has_capitals(part)]
        words = [word for heading in judged for word in heading]
        style, small_are_small = house or _style_of(words), house is not None or _are_small(words)
        small = Counter(word.text for word in words if house is None and not word.is_capital)
        for heading in judged:
            forms = ((word, _expected_form(word, style, small_are_small=small_are_small)) for word in heading)
            wrong = [(word, expected) for word, expected in forms if expected and small[word.text] <= 1]
            if len(wrong) > 1:
                yield _report_all(manuscript, heading, [word for word, _ in wrong])
            elif wrong:
                yield _report(manuscript, *wrong[0])


def _titles(manuscript: Manuscript) -> Iterator[list[_Word]]:
    for item in manuscript.items:
        yield list(_words((*item.path, "title"), item.item.title, 0))


def _subheadings(manuscript: Manuscript) -> Iterator[list[_Word]]:
    for item in manuscript.items:
        text = item.uncited
        for block in item.prose.blocks:
            if block.kind == "heading":
                line = block.span.of(text).split("\n")[0]
                yield list(_words((*item.path, "body"), line, block.span.start))


def _words(path: Path, heading: str, start: int) -> Iterator[_Word]:
    has_foreign = not _FOREIGN_MARKS.isdisjoint(heading)
    text = re.sub(_FOREIGN, lambda found: "\0" * len(found.group()), heading) if has_foreign else heading
    found = list(re.finditer(_WORD, text))
    names = ["", *(match.group().casefold() for match in found), ""]
    # A label such as “[Opinion]” stands before the title; its own word is not judged.
    label = re.match(_LABEL, heading)
    gaps = [text[end:begin] for end, begin in pairwise([0, *chain(*(match.span() for match in found)), len(text)])][::2]
    for index, match in enumerate(found):
        before, after = gaps[index], gaps[index + 1]
        is_first = index == 0 and not before.strip(" #")
        is_last = index == len(found) - 1 and not after.strip(" ?!.…#)")
        kind: Kind = "either"
        if not before.rstrip().endswith(_ENDS) and not after.startswith(":"):
            is_first = is_first or (label is not None and match.start() == label.end())
            is_edge = is_first or is_last or before.rstrip().endswith(":")
            kind = _kind(match.group(), names[index], names[index + 2], is_edge=is_edge)
        is_new = index == 0 or (before[-1:].isspace() and before.rstrip().rstrip("”’\"')").endswith(_STOPS))
        place: Place = "first" if is_new else "behind colon" if before.rstrip().endswith(":") else ""
        yield _Word(match.group(), kind, path, start + match.start(), place)


def _kind(word: str, previous: str, following: str, *, is_edge: bool) -> Kind:
    """Classify a word; the words around it help to distinguish names from minor words."""
    first = word.casefold().replace("’", "'").replace("-", "'").partition("'")[0]
    is_name = word[1:] != word[1:].lower() or any(not letter.isalpha() for letter in word if letter not in "’'-")
    of_name = (first == "the" and following in AFTER_THE) or (first == "a" and previous in BEFORE_A)
    if (
        is_name
        or of_name
        or first in OF_NAMES | UNITS | DAYS
        or ord(word[0]) > ord("ɏ")
        or (len(first) == 1 and first not in "ai")
    ):
        return "either"
    if is_edge:
        return "major"
    if "-" in word:
        return "either" if first in MAY_BE_SMALL | ALWAYS_SMALL | SHORT_PREPOSITIONS | LONG_PREPOSITIONS else "major"
    kinds: dict[Kind, frozenset[str]] = {
        "small": ALWAYS_SMALL,
        "preposition": SHORT_PREPOSITIONS,
        "long preposition": LONG_PREPOSITIONS,
        "either": MAY_BE_SMALL,
    }
    return next((kind for kind, words in kinds.items() if first in words), "major")


def _has_capitals(words: list[_Word]) -> bool:
    """Return whether a heading is in title case, not sentence case.

    Its first word and one behind a colon have a capital in both, so they tell nothing unless they have none.
    """
    counts = Counter(word.is_capital for word in words[1:] if word.kind == "major" and word.place != "behind colon")
    return counts[True] > 0 and counts[True] >= 2 * counts[False]


def _sentences(words: list[_Word]) -> Iterator[list[_Word]]:
    """Yield the words of each sentence of a heading."""
    starts = [index for index, word in enumerate(words) if word.place == "first"]
    yield from (words[start:end] for start, end in pairwise((*starts, len(words))))


def _style_of(words: Iterable[_Word]) -> TitleCase | None:
    """Return the style that most of the distinctive words follow, or None."""
    words = list(words)
    ap = sum(word.kind == "preposition" and word.is_capital for word in words)
    chicago = sum(word.kind in {"preposition", "long preposition"} and not word.is_capital for word in words)
    return None if ap == chicago else "ap" if ap > chicago else "chicago"


def _are_small(words: Iterable[_Word]) -> bool:
    counts = Counter(word.is_capital for word in words if word.kind == "small")
    return counts[False] > counts[True]


def _expected_form(word: _Word, style: TitleCase | None, *, small_are_small: bool) -> str:
    """Return the message about a word, or ""."""
    match word.kind, word.is_capital:
        case "major", False:
            return "is not capitalized in a title-case heading"
        case "small", True if small_are_small:
            return "is capitalized in a title-case heading"
        case (("preposition" | "long preposition"), False) if style == "ap":
            return f"in a heading: {_NAMES[style]} style is “{word.text.capitalize()}”"
        case "preposition", True if style == "chicago":
            return f"in a heading: {_NAMES[style]} style is “{word.text.lower()}”"
        case _:
            return ""


def _report(manuscript: Manuscript, word: _Word, expected: str) -> Finding:
    span = manuscript.document.span(word.path, word.at, word.at + len(word.text))
    return _finding(manuscript, span, [word], f"“{word.text}” {expected}", _turned(word))


def _report_all(manuscript: Manuscript, heading: list[_Word], wrong: list[_Word]) -> Finding:
    """Return one report on a heading with several wrong letters."""
    first, last = heading[0], heading[-1]
    span = manuscript.document.span(first.path, first.at, last.at + len(last.text))
    text = span.of(manuscript.document.text)
    turned = text
    for word in wrong:
        at = manuscript.document.span(word.path, word.at, word.at + 1).start - span.start
        turned = f"{turned[:at]}{turned[at].swapcase()}{turned[at + 1 :]}"
    return _finding(manuscript, span, wrong, f"not in title case: “{' '.join(text.split())}”", " ".join(turned.split()))


def _turned(word: _Word) -> str:
    return f"{word.text[0].swapcase()}{word.text[1:]}"


def _finding(manuscript: Manuscript, span: Span, wrong: list[_Word], message: str, instead: str) -> Finding:
    title, is_set = f"write “{instead}”", manuscript.publication.style.title_case is not None
    edits = (Edit(manuscript.document.span(word.path, word.at, word.at + 1), word.text[0].swapcase()) for word in wrong)
    return Finding(
        span=span,
        message=message,
        help=title if is_set else f"{title}, as in other headings, or set `style.title_case`",
        fix=Fix(title, tuple(edits), is_safe=False),
        severity=Severity.WARNING if is_set else None,
    )


RULE = Rule("N108", "heading-case", Severity.NOTE, check, languages=ENGLISH)
