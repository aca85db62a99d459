"""A dash in place of the word that “between” or “from” asks for: “between 2018–2023”.

Read aloud, the sentence lacks its “and” or “to”. The rule checks figures after “between”, and years after “from”.

Bad:
    briefs:
      - title: Wool Falls
        body: |
          Prices fell between 2018–2023, as they had from 1990–1995.

Reports:
    4:19 a dash after “between”: “between 2018–2023”
    4:50 a dash after “from”: “from 1990–1995”

Fixed:
    briefs:
      - title: Wool Falls
        body: |
          Prices fell between 2018 and 2023, as they had from 1990 to 1995.

Good:
    briefs:
      - title: Wool Falls
        body: |
          Prices fell between 2018–19 and 2022–23, by 10–15 percent.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.own_matches import find_own
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH

_NUMBER = r"[$£€]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_PATTERN = Pattern(
    rf"(?i)(?<!\w)(?:(?P<between>between)\s(?P<low>{_NUMBER})\s?[–-]\s?(?P<high>{_NUMBER})"
    r"(?![\w–-])(?![^.;:!?\n]{0,60}\b(?:and|to|or)\s[$£€]?\d)"
    rf"|(?P<from>from)\s(?P<first>{_YEAR})\s?[–-]\s?(?P<last>{_YEAR})(?![\w–-]|\s(?:onwards?|to|and)\b))",
    literals=(*(f"etween {sign}" for sign in "$£€0123456789"), "rom 1", "rom 2"),
    also=("–", "-"),
    reach=120,
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield ranges whose second word is a dash."""
    for found in find_own(manuscript, _PATTERN, when=_is_forward):
        word = found["between"] or found["from"]
        instead = (
            f"{word} {found['low']} and {found['high']}"
            if found["between"]
            else f"{word} {found['first']} to {found['last']}"
        )
        yield found.report(0, f"a dash after “{word}”: {{}}", instead)


def _is_forward(match: re.Match[str]) -> bool:
    """Return whether the years behind “from” are in order; T142 reports the others."""
    return not match["from"] or match["first"] <= match["last"]


RULE = Rule("T141", "dash-for-word", Severity.WARNING, check, languages=ENGLISH)
