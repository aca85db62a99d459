"""“A” where “an” belongs, or the reverse, or two articles in a row.

The sound of the next word decides, not its letter: an hour, a unit, a one-off, an MP, a UN envoy, an 8, an 11th. The
rule reports only words of which the sound is certain: not “an historic”, which is right for many, no acronyms that some
spell out and others read, no words of other languages, and no label such as “vitamin A”, “plan A” or “item a”.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          It opened for an trial, in a old yard, after a hour with an European and a 18-year wait.

Reports:
    4:21 “an” before the sound of a consonant: “an trial”
    4:34 “a” before the sound of a vowel: “a old”
    4:52 “a” before the sound of a vowel: “a hour”
    4:64 “an” before the sound of a consonant: “an European”
    4:80 “a” before the sound of a vowel: “a 18-year”

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          It opened for a trial, in an old yard, after an hour with a European and an 18-year wait.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          It was a the first.

Reports:
    4:14 two articles in a row: “a the”

Good:
    briefs:
      - title: An Historic Harbour
        body: |
          A one-off: a unique MP, an NGO, vitamin A and a UN envoy share an 11th berth.
"""

import re
from collections.abc import Iterator
from itertools import chain

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.among_english import is_among_english
from briefgen.rules.analysis.first_sounds import find_first_sound
from briefgen.rules.analysis.own_matches import OwnMatch, as_own
from briefgen.rules.analysis.own_texts import own_texts
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH

# What may be wrong, judging by the letter: the sound is looked up afterwards. Both begin with letters that are found
# fast; a capital one only at the beginning of a sentence, where it is no label.
_REST = r"(?: (?=[aeiouhxAEIOUFHLMNRSX81$£€])|(?P<n>n) (?=[^\W_]|[$£€]))(?P<word>[$£€]?\w(?:[\w’'&.,/-]*\w)?)"
_IN_SENTENCE = Pattern(rf"(?<=[ (—–])(?P<article>a){_REST}", literals=(" a", "(a", "—a", "–a"))
_AT_START = Pattern(rf"(?P<article>A){_REST}", literals=("A",))
_TWO = Pattern(
    r"(?<= )(?:the an?|a the)(?= [a-z])(?! (?:capp?ella|la|posteriori|priori|fortiori|b)\b)",
    literals=(" the a ", " the an ", " a the "),
)
_START = r"(?:(?:\A|  )[*_#>-]* ?|[.!?:…][\"”’)*_]* |[—–(] ?)\Z"
# Behind these words, and behind figures and letters, “a” is a label.
_LABELLED = (
    r"(?i)(?:\A|[^\w])(?:answer|appendix|band|category|class|column|exhibit|factor|figure|footnote|grade|group|hepatitis|"
    r"influenza|item|league|letter|level|note|option|paragraph|part|phase|plan|point|q&|question|row|schedule|section|"
    r"serie|side|stage|step|table|team|tier|type|variable|version|vitamin|zone|[\d.,]+|\w) \Z"
)
# Before these, “a” is a label, a letter or a word of another language.
_AFTER_LABEL = frozenset({
    "a", "after", "agosto", "al", "am", "an", "and", "are", "as", "at", "au", "aux", "above", "before", "e", "e.g",
    "el", "ella", "elle", "elles", "en", "equals", "est", "este", "et", "i", "i.e", "if", "il", "ils", "implies",
    "in", "into", "is", "it", "o", "of", "on", "onto", "or", "os", "ou", "ought", "our", "out", "u", "un", "una",
    "uno", "uma", "us", "under", "until", "up",
})  # fmt: skip
# Words of other languages behind “an”, and those before which “and” is meant.
_AFTER_AN = frozenset({
    "das", "dem", "den", "der", "des", "die", "diesem", "dieser", "ein", "einem", "einen", "einer", "sich",
})  # fmt: skip
# Words that take no article.
_BARE = frozenset(["all", "any", "each", "every", "its", "our", "own"])
_AND = frozenset({
    "he", "her", "his", "more", "my", "not", "she", "that", "the", "their", "then", "these", "they", "this",
    "those", "to", "was", "we", "were", "with", "you", "your",
})  # fmt: skip


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each article that the next word does not take."""
    for path, text in own_texts(manuscript):
        running = text.replace("\n", " ")
        for match in chain(_IN_SENTENCE.finditer(running), _AT_START.finditer(running)):
            found = as_own(manuscript, path, match) if _is_wrong(match) else None
            if found is not None:
                yield _report(found)
        for match in _TWO.finditer(running):
            found = as_own(manuscript, path, match) if is_among_english(match) else None
            if found is not None:
                words = f"“{found.written(found.span())}”"
                yield Finding(
                    span=found.span(), message=f"two articles in a row: {words}", help="delete one of the two"
                )


def _is_wrong(match: re.Match[str]) -> bool:
    """Return whether the next word takes the other article, and the match is an article at all."""
    word = match["word"]
    wanted = "consonant" if match["n"] else "vowel"
    if find_first_sound(word) != wanted:
        return False
    before = match.string[max(0, match.start() - 24) : match.start()]
    if match["article"] == "A" and not re.search(_START, before):
        return False
    if match["n"]:
        # “Eilean an Taighe”, “An Garda Síochána”: names of other languages.
        is_name = word[0].isupper() and (match["article"] == "A" or re.search(r"[A-Z]\w* \Z", before))
        return not is_name and word not in _AFTER_AN and is_among_english(match)
    return word not in _AFTER_LABEL and not re.search(_LABELLED, before) and is_among_english(match)


def _report(found: OwnMatch) -> Finding:
    article, word = found["article"], found["word"]
    place = found.place(found.match.start("article"), found.match.end("word"))
    old = found.place(found.match.start("article"), found.match.end("n") if found["n"] else found.match.end("article"))
    sound, instead = ("consonant", article) if found["n"] else ("vowel", f"{article}n")
    title = f"write “{instead} {word}”"
    advice = f"did you mean “and {word}”?" if found["n"] and word in _AND else "delete it" if word in _BARE else ""
    return Finding(
        span=place,
        message=f"“{article}{found['n']}” before the sound of a {sound}: “{found.written(place)}”",
        help=advice or title,
        fix=None if advice else Fix(title, (found.edit(old, instead),), is_safe=False),
    )


RULE = Rule("T123", "wrong-article", Severity.WARNING, check, languages=ENGLISH)
