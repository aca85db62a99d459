"""An acronym whose letters do not fit the words before it.

One of the two has a slip, and readers who search for it find nothing. The rule reports an acronym in parentheses that
is one letter, or two swapped letters, away from the words before it, if the issue or the list of well-known acronyms
has the one that fits. Without such evidence, it reports only acronyms of four letters or more with one wrong or
additional letter, and no swapped first letters, which are usual in French and Spanish. Small words and letters from
inside words may be used or left out, and an acronym from another language fits nothing that it would be compared with.

Bad:
    briefs:
      - title: Ferries
        body: |
          The Association of South-East Asian Nations (ASEN) met the Shanghai Cooperation Organization (SOC).

Reports:
    4:52 “ASEN” does not fit “Association of South-East Asian Nations”
    4:101 “SOC” does not fit “Shanghai Cooperation Organization”

Good:
    briefs:
      - title: Ferries
        body: |
          The Association of South-East Asian Nations (ASEAN) met the Shanghai Cooperation Organization (SCO).
"""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import product

from msgspec import Struct

from briefgen.diagnostics import Finding, Severity
from briefgen.expressions import expression
from briefgen.manuscript import ItemText, Manuscript
from briefgen.model import distance
from briefgen.rules.analysis.acronyms import KNOWN, SMALL
from briefgen.rules.analysis.sic import is_sic
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.initials import find_word, is_short_for
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Span

_DEFINITION = expression(r" \((?P<acronym>[A-Z]{3,7})\)")
_REACH = 120
_WORD = expression(r"[\w’'.&]+")
_PARTED = expression(r"[,;:()\[\]“”\"\0\n—–/]|[.!?]\s")
_FEWEST_LETTERS = 3
_FEWEST_WORDS = 3
_MOST_OPTIONAL = 5
# Without evidence.
_SHORTEST_SLIP, _SHORTEST_SWAP = 4, 5
_FOREIGN = r"acronym|initials|French|Spanish|German|Russian|Portuguese|Italian|Arabic|Turkish|Polish|Dutch"


class _Token(Struct, frozen=True):
    """A word before an acronym; the parts of a hyphenated word are words."""

    start: int
    word: str
    counts: bool
    """Whether the acronym must have its initial: it has a capital, and does not follow a hyphen."""


class _Reading(Struct, frozen=True, dict=True):
    """Words that may be what an acronym stands for."""

    tokens: tuple[_Token, ...]

    @cached_property
    def acronyms(self) -> tuple[str, ...]:
        """The acronyms of their initials, with and without the optional words."""
        choices = [(token.word[0].upper(),) if token.counts else (token.word[0].upper(), "") for token in self.tokens]
        return tuple(dict.fromkeys(map("".join, product(*choices))))

    def fits(self, acronym: str) -> bool:
        """Return whether an acronym consists of the initials and letters from inside the words, in order."""
        parts = (f"{_initial(token.word)}[{re.escape(token.word)}]*" for token in self.tokens)
        optional = (part if token.counts else f"(?:{part})?" for part, token in zip(parts, self.tokens, strict=True))
        return re.fullmatch("".join(optional), acronym, re.IGNORECASE) is not None


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield acronyms that are one slip away from fitting the words before them."""
    full_text = ""
    for item in manuscript.items:
        for match in _DEFINITION.finditer(item.uncited):
            span = Span(match.start("acronym"), match.end("acronym"))
            if item.prose.is_quoted(span) or is_sic(item.prose.text, match.end()):
                continue
            full_text = full_text or "\n\n".join(each.uncited for each in manuscript.items)
            words = _mismatch(match["acronym"], item, match.start(), full_text)
            if words and match["acronym"] not in manuscript.publication.acronyms.known:
                yield Finding(
                    span=item.file_span(span),
                    message=f"“{match['acronym']}” does not fit “{words}”",
                    help="check its letters, and the words",
                )


def _mismatch(acronym: str, item: ItemText, end: int, full_text: str) -> str:
    """Return the words before an acronym that it does not fit by one slip, or ""."""
    text = item.uncited
    tokens = _tokens_before(text, end)
    readings = [_Reading(tokens[start:]) for start, token in enumerate(tokens) if token.counts]
    if acronym in KNOWN or any(acronym in each.acronyms or each.fits(acronym) for each in readings):
        return ""
    is_used_again = sum(1 for _ in find_word(acronym, full_text)) > 1
    around = text[max(0, end - _REACH) : end + _REACH]
    is_foreign = re.search(_FOREIGN, around) is not None or any(not _is_english(token.word) for token in tokens)
    for reading in readings:
        for meant in reading.acronyms:
            if len(meant) < _FEWEST_LETTERS or distance(acronym, meant) != 1:
                continue
            has_evidence = meant in KNOWN or any(find_word(meant, full_text))
            if has_evidence or not (is_used_again or is_foreign or not _is_plain_slip(acronym, meant, reading)):
                return text[reading.tokens[0].start : end].strip().replace("\n", " ")
    return ""


def _initial(word: str) -> str:
    """Return an expression for the first letter of a word; `Exploration` may give `X`."""
    return "E?X?" if word[:2].lower() == "ex" else re.escape(word[0])


def _is_english(word: str) -> bool:
    return word.replace("’", "").isascii()


def _tokens_before(text: str, end: int) -> tuple[_Token, ...]:
    """Return the words before an offset, back to one that is neither capitalized nor small."""
    start = max([max(0, end - _REACH), *(mark.end() for mark in _PARTED.finditer(text, max(0, end - _REACH), end))])
    found: list[_Token] = []
    optional = 0
    for match in reversed([*_WORD.finditer(text, start, end)]):
        word, is_part = match.group(), text[match.start() - 1 : match.start()] == "-"
        if not (word[0].isupper() or is_part or word in SMALL or word == "&") or optional == _MOST_OPTIONAL:
            break
        counts = word[0].isupper() and not is_part
        optional += not counts
        if word != "&":
            found.append(_Token(match.start(), word, counts))
    return tuple(reversed(found)) if found and found[0].word not in SMALL else ()


def _is_plain_slip(acronym: str, meant: str, reading: _Reading) -> bool:
    """Return whether an acronym, without other evidence, can hardly be anything but a slip."""
    if acronym[0] != meant[0] or sum(token.counts for token in reading.tokens) < _FEWEST_WORDS:
        return False
    if len(acronym) < len(meant) or is_short_for(acronym, " ".join(token.word for token in reading.tokens)):
        return False
    is_swap = sorted(acronym) == sorted(meant)
    return len(acronym) >= (_SHORTEST_SWAP if is_swap else _SHORTEST_SLIP)


RULE = Rule("N111", "acronym-mismatch", Severity.WARNING, check, languages=ENGLISH)
