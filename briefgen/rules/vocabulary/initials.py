"""Matches acronyms with phrases by their initials."""

import re
from collections.abc import Iterator

from briefgen.expressions import expression
from briefgen.rules.analysis.acronyms import SMALL
from briefgen.rules.vocabulary.common_words import FUNCTION_WORDS

_MAX_WORDS = 12
# In letters; two words with given initials stand in every text.
_SHORTEST = 3
# With one of these, a compound is one word: `Co-Founder`.
_JOINED = r"(?<!\bco)(?<!\bex)(?<!\bnon)(?<!\bpre)(?<!\bsub)(?<!\banti)(?<!\bsemi)(?<!\bvice)"
# What may stand between an acronym and its words, behind it and before it.
_MARKS_AFTER = expression(r"[*_”\"’]{0,3}(?:\s?[:=(,–—\[]|\s[-–—])\s?(?:short for |or |i\.e\. )?[*_“\"‘(]{0,3}")
_MARKS_BEFORE = expression(
    r"[*_”\"’)]{0,3}(?:\s?[:=(,–—]|\s[-–—]|[*_”\"’)\]]|(?<=\w))\s?(?:or |a\.k\.a\. )?[*_“\"‘(\[]{0,3}\Z"
)
# A name: words of letters, and the small words between them.
_NAME = r"[^\W\d_][^\W\d_’'&-]*(?:’s|'s)?(?:[ \n-](?:& )?[^\W\d_][^\W\d_’']*(?:’s|'s)?)+"
_LONGEST_WORD = 40
# The title of a link, up to a word in its middle.
_IN_TITLE = expression(r"\[(?!(?:[Tt]he )?\Z)[^\[\]\n]*\Z")
_COUNTED = frozenset({"Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Many", "Several"})
# A further capital makes another name, unless it only says what the named thing is.
_GOES_ON = expression(
    r"[ \n-](?!(?:Project|Program(?:me)?|Group|Committee|Conference|Initiative|Database|Dataset|Survey|Index|Report"
    r"|Team|Network|Act|Events|Data|Model|System|Office|Chair(?:man|woman)?|Director|President|Secretary)s?\b)[A-Z]"
)
_LONGEST_MARKS, _NEAR = 16, 120
# Words, and what ends a sentence or a line that is no wrapped one.
_TOKEN = expression(r"[^\W\d_][\w’']*|[.;!?]|\n(?=\s*(?:\n|[-+*>#|]))")
_BETWEEN = expression(rf"(?i)\s+|{_JOINED}-")


def spelled_out(acronym: str, text: str) -> str:
    """Return the first phrase in a text whose initials form the acronym, or "".

    Small words may be skipped or counted: `Department of Defense` matches DOD and DD. All others are capitalized.
    """
    first, folded = acronym[0], acronym.casefold()
    for found in re.finditer(rf"{first}(?<=\b{first})[\w’'-]*", text):
        phrase = re.split(r"[.,;:/()\[\]*_“”\n]", text[found.start() : found.start() + 120])[0]
        words = [word for word in _BETWEEN.split(phrase) if word][:_MAX_WORDS]
        if len(words) > 1 and words[1][0].casefold() not in folded and words[1].casefold() not in SMALL:
            continue
        for length in range(2, len(words) + 1):
            head = words[:length]
            if head[-1].casefold() in SMALL:
                continue
            # Neither a word in lowercase nor one in capitals throughout belongs to a name.
            if not head[-1][0].isupper() or (len(head[-1]) > 1 and head[-1].isupper()):
                break
            every = "".join(word[0] for word in head).casefold()
            telling = "".join(word[0] for word in head if word.casefold() not in SMALL).casefold()
            if folded in {every, telling}:
                end = phrase.find(head[-1], sum(map(len, head[:-1])))
                return phrase[: end + len(head[-1])].removesuffix("’s").removesuffix("'s")
    return ""


def find_full_name(acronym: str, text: str) -> str:
    """Return the name in a text whose initials form an acronym of three letters or more, or "".

    It must be the whole of a name: not a part of a longer one, and not an accident of capitals such as `C++! I'm`.
    """
    phrase = spelled_out(acronym, text) if len(acronym) >= _SHORTEST else ""
    if not phrase or not re.fullmatch(_NAME, phrase):
        return ""
    for found in re.finditer(re.escape(phrase), text):
        before = re.search(r"([^\W\d_][\w’'-]*)[ ]\Z", text[max(0, found.start() - _LONGEST_WORD) : found.start()])
        is_part = before is not None and before[1][0].isupper() and not _may_precede(before[1])
        is_part = is_part or _IN_TITLE.search(text, max(0, found.start() - _NEAR), found.start()) is not None
        if not is_part and not _GOES_ON.match(text, found.end()):
            return phrase
    return ""


def _may_precede(word: str) -> bool:
    """Return whether a word with a capital may stand before a name without being a part of it: `The`, `US`, `Two`."""
    return word.casefold() in FUNCTION_WORDS or word.isupper() or word in _COUNTED


def is_spelled_beside(acronym: str, text: str) -> bool:
    """Return whether words with these initials stand right before or after an acronym, with a mark or two between.

    So in `BYOP: Bring Your Own Problem`, `BYOP - “bring your own problem”` and `bring your own problem, or BYOP`.
    """
    for place in find_word(acronym, text):
        after = _MARKS_AFTER.match(text, place.end())
        before = _MARKS_BEFORE.search(text, max(0, place.start() - _LONGEST_MARKS), place.start())
        following = text[after.end() : after.end() + _NEAR] if after else ""
        preceding = text[max(0, before.start() - _NEAR) : before.start()] if before else ""
        words, earlier = (_TOKEN.findall(each) for each in (following, preceding))
        if _spells(acronym, words) or _spells(acronym[::-1], earlier[::-1]):
            return True
    return False


def _spells(letters: str, words: list[str]) -> bool:
    """Return whether the first words begin with the letters, if small words may be skipped."""
    left = letters.casefold()
    for word in words[:_MAX_WORDS]:
        if left and word[0].casefold() == left[0]:
            left = left[1:]
        elif word.casefold() not in SMALL:
            break
    return not left


def is_spelled_in_lowercase(acronym: str, text: str) -> bool:
    """Return whether a text has a run of words in lowercase with these initials: `randomized controlled trial`."""
    if len(acronym) < _SHORTEST:
        return False
    first, others = acronym[0].casefold(), acronym[1:].casefold()
    more_words = "".join(rf"[ -]{letter}[a-z’]{{2,}}" for letter in others)
    return re.search(rf"{first}(?<!\w{first})[a-z’]{{2,}}{more_words}", text) is not None


def find_word(word: str, text: str) -> Iterator[re.Match[str]]:
    """Yield the occurrences of a whole word; a pattern that starts with its letters is faster than a word boundary."""
    return re.finditer(rf"{word}(?<=\b{word})\b", text)


def is_short_for(acronym: str, words: str) -> bool:
    """Return whether the initials of `words` contain the letters of the acronym in order."""
    initials = "".join(word[0] for word in re.split(r"[\s/-]+", words) if word).casefold()
    letters = iter(initials)
    return all(letter in letters for letter in acronym.casefold())
