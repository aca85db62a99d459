"""A sentence, a day, a month or the word “I” that begins with a small letter.

It looks like a slip, and screen readers do not pause before such a sentence. Of sentences, only those are reported that
begin with a word such as “the” or “it” behind a full stop; of months, not “march”, “may” and “august”, which are other
words, too.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The port opened on monday. it will close in october, i think.

Reports:
    4:26 “monday” has a small letter
    4:34 a sentence begins with a small letter: “it”
    4:51 “october” has a small letter
    4:60 “i” has a small letter

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          The port opened on Monday. It will close in October, I think.
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.among_english import is_among_english
from briefgen.rules.analysis.own_matches import as_own
from briefgen.rules.analysis.own_texts import own_texts
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH

_NAMES = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "april",
    "june", "july", "september", "october", "november", "december",
)  # fmt: skip
_NAME = Pattern(
    rf"(?<![\w@#/.\\'’_=-])(?P<word>(?:{'|'.join(_NAMES)})s?)(?![\w@/\\=_(-]|\.\w)", literals=_NAMES, reach=30
)
_VERBS = (
    "am|have|had|was|think|know|do|did|will|would|can|could|want|wanted|love|hope|believe|guess|went|saw|got|need|feel|"
    "felt"
)
_I = Pattern(
    rf"(?<=[a-z,] )(?P<word>i)(?:['’](?:m|ve|ll|d)| (?:{_VERBS}))(?![\w’'-])",
    literals=(" i ", " i'", " i’"),
    reach=30,
)
_BEGINNINGS = ("it", "the", "he", "she", "they", "we", "this", "these", "there", "you", "but", "however", "in")
# Not behind an abbreviation.
_SENTENCE = Pattern(
    r"(?<!approx)(?<!incl)(?<!dept)(?<!govt)(?<!corp)(?<!resp)(?:(?<=[a-z]{4})|(?<=[\x00\])]))\. "
    rf"(?P<word>{'|'.join(_BEGINNINGS)}) (?=[a-z])",
    literals=tuple(f". {word} " for word in _BEGINNINGS),
    reach=30,
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each small letter in the place of a capital."""
    for path, text in own_texts(manuscript):
        running = text.replace("\n", " ")
        for pattern in (_NAME, _I, _SENTENCE):
            message = "a sentence begins with a small letter: {}" if pattern is _SENTENCE else "{} has a small letter"
            for match in pattern.finditer(running):
                found = as_own(manuscript, path, match) if is_among_english(match) else None
                if found is not None:
                    yield found.report("word", message, found["word"].capitalize())


RULE = Rule("T125", "missing-capital", Severity.WARNING, check, languages=ENGLISH)
