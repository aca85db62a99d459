"""A range that runs backwards: “2021–2019”, “between 2023 and 2018”, “March 9–3”, “pp. 40–12”.

One of its two ends is wrong, or they are swapped, and readers cannot tell which. The rule checks years, pages, days of
one month, sums and percentages after “between”, and percentages with decimals. Not reported are short forms such as
“1999–02” and “123–28”, years before Christ, scores and votes, and “from 2035 to 2030”, since a date may be brought
forward. C115 checks the pages in citations.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          Trade fell between 2023 and 2018. The fair of March 9–3 showed the years 2021–2019 (see pp. 40–12).
          The bank lent at 4.5–4.25 percent.

Reports:
    4:18 this range runs backwards: “between 2023 and 2018”
    4:53 this range runs backwards: “March 9–3”
    4:80 this range runs backwards: “2021–2019”
    4:95 this range runs backwards: “pp. 40–12”
    5:24 this range runs backwards: “4.5–4.25”

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          Trade fell between 2018 and 2023. The fair of March 3–9 showed the years 2019–2021 (see pp. 12–40).
          The bank lent at 4.25–4.5 percent.

Good:
    briefs:
      - title: Harbour Opens
        body: |
          Trade fell between 2018 and 2023, and the board voted 9–3 for the plan of 1999–02.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.own_matches import find_own
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH

_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_SUM = r"[$£€]?\d{1,3}(?:,\d{3})*(?:\.\d+)?%?"
_BEFORE = r"(?<![\w./:@#=$£€,–-])"
_AFTER = r"(?![\w/%–-]|[.,:]\d)"
# What says that a bare number counts something, and no hours: “between 9 and 5”.
_COUNTED = r"\ (?:percent|per\ cent|people|pages|miles|kilomet(?:er|re)s|met(?:er|re)s|km|euros|dollars|pounds)\b"
_PATTERN = Pattern(
    rf"""(?x){_BEFORE}(?:
      (?P<between>(?i:between)\ (?P<y1>{_YEAR})\ and\ (?P<y2>{_YEAR})){_AFTER}
    | (?P<sums>(?i:between)\ (?P<s1>{_SUM})\ and\ (?P<s2>{_SUM}))
      (?=(?P<counted>{_COUNTED})?)(?![\w/–-]|[.,:]\d|\ ?(?:million|billion|trillion|thousand|hundred|bn|m|k)\b)
    | (?P<years>(?P<a1>{_YEAR})\s?–\s?(?P<a2>{_YEAR})|(?P<b1>(?:19|20)\d\d)-(?P<b2>(?:19|20)\d\d)
      |(?P<c1>20\d\d)–(?P<c2>\d\d)){_AFTER}(?!\s(?:B\.?C|A\.?C))
    | (?P<days>{_MONTH}\ (?P<d1>\d{{1,2}})\s?[–-]\s?(?P<d2>\d{{1,2}})){_AFTER}
    | (?P<british>(?P<e1>\d{{1,2}})\s?–\s?(?P<e2>\d{{1,2}})\ {_MONTH})(?!\w|\ \d{{1,2}}\b)
    | (?P<shares>(?P<r1>\d{{1,3}}(?:\.\d+)?)\s?–\s?(?P<r2>\d{{1,3}}(?:\.\d+)?)(?=%|\ per\ ?cent\b))
    | (?P<pages>(?:pp?\.|[Pp]ages)\ ?(?P<p1>\d{{1,4}})\s?[–-]\s?(?P<p2>\d{{1,4}})){_AFTER}
    )""",
    literals=("etween ", "–", *(f"{digit}-" for digit in range(10))),
    reach=60,
)
_PAIR = r"(\d[\d,]*(?:\.\d+)?)%? ?(?:[–-]|and) ?[$£€]?(\d[\d,]*(?:\.\d+)?)"
_ENDS = ("y", "s", "a", "b", "c", "d", "e", "r", "p")
# “They won in March 4–2” is a score.
_SCORED = r"(?:\b(?:in|last|this|since|next)|\d)\s\Z"
_MOST_DAYS = 31
_MOST, _ALL = 80, 101
"""In percent: what both sides of a vote have together."""


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield ranges whose first end is the later or larger one."""
    for found in find_own(manuscript, _PATTERN, likely=_has_backward, when=_is_backward):
        match = found.match
        ends = _ends_of(match)
        low, high = (match.span(f"{ends}{end}") for end in (1, 2))
        text = match.string
        instead = text[match.start() : low[0]] + text[slice(*high)] + text[low[1] : high[0]] + text[slice(*low)]
        if ends == "c":
            instead = f"20{match['c2']}–{match['c1'][2:]}"
        instead += text[high[1] : match.end()]
        report = found.report(0, "this range runs backwards: {}", instead)
        yield replace(report, help=f"check both ends: “{instead}”?")


def _has_backward(text: str) -> bool:
    """Return whether two numbers around a dash or an “and” run backwards: few texts have any, and compile the rest."""
    pairs = re.findall(_PAIR, text) if "–" in text or "-" in text or "etween " in text else ()
    return any(float(one.replace(",", "")) > float(other.replace(",", "")) for one, other in pairs)


def _ends_of(match: re.Match[str]) -> str:
    return next(name for name in _ENDS if match[f"{name}1"])


def _is_backward(match: re.Match[str]) -> bool:
    """Return whether the second end of a range is smaller than the first, and the range no score."""
    ends = _ends_of(match)
    first, last = (re.sub(r"[$£€%,]", "", match[f"{ends}{end}"]) for end in (1, 2))
    if ends == "p":
        # `123–28` is short for `123–128`.
        last = first[: max(0, len(first) - len(last))] + last
    if ends == "c":
        # `2021-05` is a month.
        first = first[2:]
    before = match.string[max(0, match.start() - 20) : match.start()]
    is_score = ends == "d" and re.search(_SCORED, before) is not None
    if ends == "s" and not match["counted"] and not re.search(r"[$£€%]", match["sums"]):
        return False
    if ends == "r":
        # Whole numbers may be a score, and two that make up a hundred a vote.
        return float(first) > float(last) and "." in first + last and not _MOST <= float(first) + float(last) <= _ALL
    is_day = ends not in "de" or float(first) <= _MOST_DAYS
    return float(first) > float(last) and is_day and not is_score


RULE = Rule("T142", "backward-range", Severity.WARNING, check, languages=ENGLISH)
