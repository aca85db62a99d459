"""An ordinal with the ending of another: “3th”, “21th”.

Readers stumble, and wonder which number was meant. Quotations and titles of works are left alone.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The 3th harbour of the town opened on its 21th birthday.

Reports:
    4:11 wrong ending of an ordinal: “3th”
    4:49 wrong ending of an ordinal: “21th”

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          The 3rd harbour of the town opened on its 21st birthday.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.own_matches import find_own
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH

_ENDINGS = {"1": "st", "2": "nd", "3": "rd"}
_ALL = ("st", "nd", "rd", "th")
# Higher ones may be streets: “at 99st and Whyte”.
_LAST_DAY = 31
_ORDINAL = Pattern(
    r"\d(?<![\w.,/#-].)[\d,]*(?P<ending>st|nd|rd|th)(?![\w-])",
    literals=tuple(f"{digit}{ending}" for digit in range(10) for ending in _ALL),
    reach=12,
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield ordinals with a wrong ending."""
    for found in find_own(manuscript, _ORDINAL, likely=_has_ordinals, when=_is_wrong):
        right = found.match.group()[:-2] + _ending_of(found.match)
        yield found.report(0, "wrong ending of an ordinal: {}", right)


def _has_ordinals(text: str) -> bool:
    """Return whether a word begins with a figure and ends like an ordinal; marks may stand behind it."""
    return any(word[:1].isdigit() and word.rstrip(".,;:!?)").endswith(_ALL) for word in text.split())


def _is_wrong(match: re.Match[str]) -> bool:
    is_street = match["ending"] == "st" and int(match.group()[:-2].replace(",", "")) > _LAST_DAY
    return match["ending"] != _ending_of(match) and not is_street


def _ending_of(match: re.Match[str]) -> str:
    digits = match.group()[:-2]
    return "th" if digits[-2:-1] == "1" else _ENDINGS.get(digits[-1], "th")


RULE = Rule("T133", "wrong-ordinal", Severity.WARNING, check, languages=ENGLISH)
