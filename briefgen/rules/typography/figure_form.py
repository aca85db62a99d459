"""A sum of money with its sign apart or behind it, a point or comma of another language, or a figure run into its unit.

In English, the sign of a currency stands right before the figure, a point before the decimals, and a comma before
three digits: $0.40, $40,000. A comma before two digits makes readers look for the third, “$40.000” is forty dollars to
them, and “40tonnes” makes them stop. Short units (40kg) are not reported, nor is “700 €”, the custom of many
publishers in Europe, nor are prices of a thousandth ($3.899 a gallon). The signs $, £ and € are known. The letter O in
a figure (1,24O) and a year of five digits are reported too.

Bad:
    briefs:
      - title: Wool Falls
        body: |
          A kilogram brought $ 0.40, then 0.45$, and in May $8,80. The mill took 40tonnes.
          It cost $40.000 and a fee of 8.80 $, and 40.000 people paid 3,5 percent more.
          It used 1,20 megawatts, and 1,24O more later.

Reports:
    4:26 a space between the sign and its figure: “$ 0.40”
    4:39 the sign stands behind its figure: “0.45$”
    4:57 a comma before the decimals: “$8,80”
    4:78 no space in “40tonnes”
    5:15 a point before three digits: “$40.000”
    5:36 the sign stands behind its figure: “8.80 $”
    5:48 a point before three digits: “40.000”
    5:67 a comma before the decimals: “3,5”
    6:15 a comma before the decimals: “1,20”
    6:35 the letter O in “1,24O”

Fixed:
    briefs:
      - title: Wool Falls
        body: |
          A kilogram brought $0.40, then $0.45, and in May $8.80. The mill took 40 tonnes.
          It cost $40,000 and a fee of $8.80, and 40,000 people paid 3.5 percent more.
          It used 1.20 megawatts, and 1,240 more later.

Bad:
    briefs:
      - title: Wool Falls
        body: |
          Some 1,20 people came in 20233.

Reports:
    4:12 2 digits behind the comma: “1,20”
    4:32 a year with five digits: “20233”

Good:
    briefs:
      - title: Wool Falls
        body: |
          Some 1,200 people came in 2023. A kilogram brought $0.40, and the mill $8,800 in its 1990s form.
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
_NO_NOUN = "across|always|perhaps|besides|towards|versus|whereas|times|thus"
_MEASURED = (
    r"%|\ (?:percent|per\ cent|million|billion|trillion|degrees|km|kg|[MGTk]Wh?|"
    rf"(?:mega|giga|tera|kilo)?watts?(?:-hours?)?|{_UNITS})\b"
)
_SWAP = str.maketrans(",.", ".,")
_COMMA = "a comma before the decimals: {}"
_POINT = "a point before three digits: {}"
_MONEY = Pattern(
    rf"""(?x)(?<![\w$£€.,/\\{{-])(?:
      (?P<apart>(?P<sign>[$£€])[ ](?P<sum>{_FIGURE}))(?![\w$£€]|[.,]\d)
    | (?P<comma>[$£€]\d{{1,3}}(?:(?:\.\d{{3}})*,\d{{2}}|,\d(?=\ (?:million|billion|trillion|bn|m)\b)))(?![\w$£€%,]|\.\d)
    | (?P<behind>(?P<figure>{_FIGURE})(?P<last>[$£€]|[ ][$£]))(?![\w$£€])(?![ ]?\d)
    | (?P<point>[$£€][1-9]\d{{0,2}}(?:\.\d{{3}})+(?<![$£€]\d\.\d\d9))(?![\w/-]|[.,]\d|[ ]?(?:{_SMALL})\b)
    )""",
    literals=("$", "£", "€"),
    reach=24,
)
_FOREIGN = Pattern(
    rf"""(?x)(?<![\w$£€.,/\\-])(?:
      (?P<point>[1-9]\d{{0,2}}(?:\.\d{{3}})+)(?=\ (?:{_COUNTED})\b)
    | (?P<wrong>\d{{1,3}},(?:\d{{1,2}}(?=\ (?:{_COUNTED})\b)
      |00(?=\ (?!{_NO_NOUN})[a-z]{{3,}}s\b)|\d{{4}}(?![\w,/-]|\.\d)))
    | (?P<comma>\d{{1,3}},\d{{1,2}})(?={_MEASURED})
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

_LETTER = Pattern(
    r"(?<![\w.,/-])(?P<figure>\d[\d,O]*O[\d,O]*)(?<![\dO],)(?![\w-])",
    literals=tuple(f"{before}O" for before in "0123456789,"),
    reach=20,
)
_SHORTEST = 3
_YEAR = Pattern(
    r"(?<![\w’'-])(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring) (?P<year>(?:19|20)\d{3}(?<!00))"
    r"(?=[.;:!?)]|,\s|\s[a-z]+\b(?<!s)|$)",
    literals=tuple(f" {century}{digit}" for century in ("19", "20") for digit in range(10)),
    reach=40,
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield figures in a form that English does not have."""
    for found in find_own(manuscript, _MONEY, when=_is_money):
        yield _report_sum(found)
    for found in find_own(manuscript, _FOREIGN, when=_is_no_date):
        yield _report_figure(found)
    for found in find_own(manuscript, _LETTER, when=lambda match: len(match["figure"]) >= _SHORTEST):
        yield found.report("figure", "the letter O in {}", found["figure"].replace("O", "0"))
    for found in find_own(manuscript, _YEAR):
        message = f"a year with five digits: “{found['year']}”"
        yield Finding(span=found.span("year"), message=message, help="write its four digits")
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
    return not match["wrong"] or re.search(_MONTH, match.string[max(0, match.start() - 12) : match.start()]) is None


def _report_sum(found: OwnMatch) -> Finding:
    groups = found.match.groupdict()
    if groups["point"]:
        return found.report("point", _POINT, found["point"].replace(".", ","))
    if groups["apart"]:
        return found.report("apart", "a space between the sign and its figure: {}", f"{found['sign']}{found['sum']}")
    if groups["comma"]:
        return found.report("comma", _COMMA, found["comma"].translate(_SWAP))
    return found.report("behind", "the sign stands behind its figure: {}", f"{found['last'].strip()}{found['figure']}")


def _report_figure(found: OwnMatch) -> Finding:
    groups = found.match.groupdict()
    if groups["point"]:
        return found.report("point", _POINT, found["point"].replace(".", ","))
    if groups["comma"]:
        decimals = found["comma"].translate(_SWAP)
        finding = found.report("comma", _COMMA, decimals)
        is_long = len(decimals.partition(".")[2]) > 1
        return replace(finding, help=f"{finding.help}; if a digit was lost, add it") if is_long else finding
    digits = len(found["wrong"].partition(",")[2])
    message = f"{digits} {'digit' if digits == 1 else 'digits'} behind the comma: “{found['wrong']}”"
    return Finding(
        span=found.span("wrong"), message=message, help="write three digits behind each comma, and check the figure"
    )


RULE = Rule("T140", "figure-form", Severity.WARNING, check, languages=ENGLISH)
