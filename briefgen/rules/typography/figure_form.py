"""A sum of money with its sign apart or behind it, a point or comma of another language, or a figure run into its unit.

In English, the sign of a currency stands right before the figure, a point before the decimals, and a comma before
three digits: $0.40, $40,000. A comma before two digits makes readers look for the third, “$40.000” is forty dollars to
them, and “40tonnes” makes them stop. Short units (40kg) are not reported, nor is “700 €”, the custom of many
publishers in Europe, nor are prices of a thousandth ($3.899 a gallon). The signs $, £ and € are known.

Bad:
    briefs:
      - title: Wool Falls
        body: |
          A kilogram brought $ 0.40, then 0.45$, and in May $8,80. The mill took 40tonnes.
          It cost $40.000 and a fee of 8.80 $, and 40.000 people paid 3,5 percent more.

Reports:
    4:26 a space between the sign and its figure: “$ 0.40”
    4:39 the sign stands behind its figure: “0.45$”
    4:57 a comma before the decimals: “$8,80”
    4:78 no space in “40tonnes”
    5:15 a point before three digits: “$40.000”
    5:36 the sign stands behind its figure: “8.80 $”
    5:48 a point before three digits: “40.000”
    5:67 a comma before the decimals: “3,5”

Fixed:
    briefs:
      - title: Wool Falls
        body: |
          A kilogram brought $0.40, then $0.45, and in May $8.80. The mill took 40 tonnes.
          It cost $40,000 and a fee of $8.80, and 40,000 people paid 3.5 percent more.

Good:
    briefs:
      - title: Wool Falls
        body: |
          A kilogram brought $0.40, and the mill $8,800 in its 1990s form.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.own_matches import OwnMatch, find_own
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH

_GROUP = 3
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.?\s\Z"
_UNITS = (
    "tonnes?|tons|percent|million|billion|trillion|people|years|months|weeks|days|hours|minutes|seconds|miles|"
    "kilometers|kilometres|meters|metres|kilograms|kilos|liters|litres|acres|hectares|pages|dollars|euros|pounds"
)
_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?"
# Behind these, three digits are decimals.
_SMALL = "million|billion|trillion|bn|mn|m|k|an?|per|each"
_COUNTED = (
    "people|residents|inhabitants|workers|employees|voters|soldiers|troops|students|children|homes|houses|households|"
    "jobs|refugees|members|users|visitors|migrants|women|men"
)
_MEASURED = r"%|\ (?:percent|per\ cent|million|billion|trillion|kilomet(?:er|re)s|tonnes|degrees|km|kg)\b"
_SWAP = str.maketrans(",.", ".,")
_MONEY = Pattern(
    rf"""(?x)(?<![\w$£€.,/\\{{-])(?:
      (?P<apart>(?P<sign>[$£€])[ ](?P<sum>{_FIGURE}))(?![\w$£€]|[.,]\d)
    | (?P<comma>[$£€]\d{{1,3}}(?:\.\d{{3}})*,\d{{2}})(?![\w$£€%,]|\.\d)
    | (?P<behind>(?P<figure>{_FIGURE})(?P<last>[$£€]|[ ][$£]))(?![\w$£€])(?![ ]?\d)
    | (?P<point>[$£€][1-9]\d{{0,2}}(?:\.\d{{3}})+(?<![$£€]\d\.\d\d9))(?![\w/-]|[.,]\d|[ ]?(?:{_SMALL})\b)
    )""",
    literals=("$", "£", "€"),
    reach=24,
)
_FOREIGN = Pattern(
    rf"""(?x)(?<![\w$£€.,/\\-])(?:
      (?P<point>[1-9]\d{{0,2}}(?:\.\d{{3}})+)(?=\ (?:{_COUNTED})\b)
    | (?P<comma>\d{{1,3}},\d{{1,2}})(?={_MEASURED})
    | (?P<four>\d{{1,3}},\d{{4}})(?![\w,/-]|\.\d)
    )""",
    literals=tuple(f"{mark}{digit}" for mark in ".," for digit in range(10)),
    reach=40,
)
_RUN = Pattern(
    rf"(?<![\w.,$£€/:@#=&?-])(?P<run>(?P<number>{_FIGURE})(?P<unit>{_UNITS}))(?![\w/.=@-]*[\w/=@])",
    literals=tuple(_UNITS.replace("tonnes?", "tonne").split("|")),
    also=tuple("0123456789"),
    reach=30,
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield figures in a form that English does not have."""
    for found in find_own(manuscript, _MONEY, when=_is_money):
        yield _report(found)
    for found in find_own(manuscript, _FOREIGN, likely=_has_foreign, when=_is_no_date):
        yield _report(found)
    for found in find_own(manuscript, _RUN, likely=_has_run):
        yield found.report("run", "no space in {}", f"{found['number']} {found['unit']}")


def _is_money(match: re.Match[str]) -> bool:
    """Return whether a sign does not end a formula: in `$p > 0$`, another one stands before it without a figure."""
    line = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
    return not match["behind"] or re.search(r"[$£€](?! ?\d)", line) is None


def _has_run(text: str) -> bool:
    return any(word[:1].isdigit() and word[-1].isalpha() for word in text.replace(".", " ").replace(",", " ").split())


def _is_no_date(match: re.Match[str]) -> bool:
    """Return whether a figure is not the end of a date without its space: `May 3,2024`."""
    return not match["four"] or re.search(_MONTH, match.string[max(0, match.start() - 12) : match.start()]) is None


def _has_foreign(text: str) -> bool:
    """Return whether a text has a figure that may be written as in other languages: three digits behind a point."""
    return any(
        (word.count(".") and len(word.rpartition(".")[2]) == _GROUP) or word.rpartition(",")[2].rstrip("%").isdigit()
        for word in text.split()
        if word[0].isdigit()
    )


def _report(found: OwnMatch) -> Finding:
    groups = found.match.groupdict()
    if groups["point"]:
        return found.report("point", "a point before three digits: {}", found["point"].replace(".", ","))
    if groups.get("four"):
        return replace(
            found.report("four", "four digits behind the comma: {}", f"{int(found['four'].replace(',', '')):,}"),
            help="write three digits behind each comma, and check the figure",
            fix=None,
        )
    if groups.get("apart"):
        return found.report("apart", "a space between the sign and its figure: {}", f"{found['sign']}{found['sum']}")
    if found["comma"]:
        return found.report("comma", "a comma before the decimals: {}", found["comma"].translate(_SWAP))
    return found.report("behind", "the sign stands behind its figure: {}", f"{found['last'].strip()}{found['figure']}")


RULE = Rule("T140", "figure-form", Severity.WARNING, check, languages=ENGLISH)
