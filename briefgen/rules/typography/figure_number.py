"""A figure and a unit that do not agree: “5 week”, “1 years”, “a 10 years plan”.

The plural or a hyphen is missing, and readers look for a noun that does not come. Only units of time and length and a
few nouns such as “person” count, and only where the words around leave no doubt: a figure before a singular behind a
word such as “for” or “took”, and an article before a plural with a noun behind it. For “the 104 page draft” see T118.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          It took 5 week to build. It is a 10 years plan for 3 person, and 1 weeks are left.
          It costs 2.4 millions.

Reports:
    4:15 no plural behind a number: “5 week”
    4:40 plural before “plan”: “10 years”
    4:58 no plural behind a number: “3 person”
    4:72 plural behind “1”: “1 weeks”
    5:16 plural behind a figure: “2.4 millions”

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          It took 5 weeks to build. It is a 10-year plan for 3 people, and 1 week are left.
          It costs 2.4 million.
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.among_english import is_among_english
from briefgen.rules.analysis.own_matches import find_own
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH

_UNITS = (
    "year", "month", "week", "day", "hour", "minute", "mile", "acre", "kilometre", "kilometer", "person", "child",
    "student", "country", "village",
)  # fmt: skip
_PLURALS = {"person": "people", "child": "children", "country": "countries"}
_NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
# Behind these, a number counts what follows it.
_COUNTING = (
    "about|after|almost|around|another|at least|employs?|every|for|has|have|had|hired|in|includes?|injured|just|killed|"
    "last|lasted|lasts|least|nearly|next|of|only|over|past|some|than|took|takes?|within|with"
)
_ENDED = (
    r"(?=[.,;:!?)](?:\s|$)|\s(?:to|in|of|for|on|at|from|with|by|and|but|who|that|which|are|were|have|before|after|ago|"
    r"later|until|because|while|when)\s)"
)
_TIMES = "year|month|week|day|hour|minute"
_NOUNS = (
    "plan|programme|program|project|course|contract|deal|period|trip|visit|workshop|training|strategy|agreement|"
    "sentence|ban|strike|tour|war|term|lease|delay|wait|break|journey|study|conference|event|meeting|ceasefire|truce|"
    "campaign|dispute|row|feud|mission|search|inquiry|investigation|effort|rule|reign|drought|exile|siege|occupation|"
    "boycott|blockade|battle|conflict|negotiation|embargo|moratorium|freeze|process|old"
)
_SCALES = ("percents", "millions", "billions", "trillions")
_SINGULAR = frozenset(_UNITS)
_WORDS = frozenset({*_UNITS, *_SCALES, *(f"{unit}s" for unit in _UNITS)})
_COUNTS = frozenset({"one", *_NUMBERS.split("|")})
_ARTICLES = frozenset({"a", "an"})
_PATTERN = Pattern(
    rf"""(?x) (?<![\w’'.,-])(?:
      (?P<before>(?i:{_COUNTING}))[ ]
      (?P<few>(?P<number>[2-9]|[1-9]\d{{1,2}}|{_NUMBERS})\ (?P<unit>{"|".join(_UNITS)})){_ENDED}
    | (?i:an?)\ (?P<whole>(?P<many>(?P<count>\d+|{_NUMBERS})\ (?P<times>{_TIMES})s)\ (?P<noun>{_NOUNS}))(?![\w’'-])
    | (?P<scaled>(?P<sum>[\d.,]*\d)\ (?P<scale>percent|million|billion|trillion)s)(?!\ of\b|[\w’'-])
    | (?P<single>(?P<one>1|(?<!ty\ )one)\ (?P<plural>year|month|week|day|hour|minute|mile)s)(?![\w’'-])
    )""",
    literals=tuple(f" {unit}" for unit in (*_UNITS, *_SCALES)),
    reach=50,
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield figures and units of which one is singular and one is plural."""
    for found in find_own(manuscript, _PATTERN, likely=_has_fault, when=is_among_english):
        if found["few"]:
            unit = found["unit"]
            right = f"{found['number']} {_PLURALS.get(unit, unit + 's')}"
            yield found.report("few", "no plural behind a number: {}", right)
        elif found["many"]:
            # An age takes two hyphens: “a 3-month-old calf”.
            is_age = found["noun"] == "old"
            right = f"{found['count']}-{found['times']}" + ("-old" if is_age else "")
            yield found.report("whole" if is_age else "many", f"plural before “{found['noun']}”: {{}}", right)
        elif found["scaled"]:
            yield found.report("scaled", "plural behind a figure: {}", f"{found['sum']} {found['scale']}")
        else:
            right = f"{found['one']} {found['plural']}"
            yield found.report("single", f"plural behind “{found['one']}”: {{}}", right)


def _has_fault(text: str) -> bool:
    """Return whether a number stands before a unit that does not go with it; in nearly all texts, none does."""
    words = [word.rstrip(",.;:!?)") for word in text.split()]
    # Cheap test first: most words are no units.
    if _WORDS.isdisjoint(words):
        return False
    return any(_is_fault(words[max(at - 2, 0)], words[at - 1], word) for at, word in enumerate(words) if word in _WORDS)


def _is_fault(before: str, number: str, unit: str) -> bool:
    if unit in _SCALES:
        return number[-1:].isdigit()
    if not (number.isdigit() or number in _COUNTS):
        return False
    is_one, is_singular = number in {"1", "one"}, unit in _SINGULAR
    return is_one != is_singular or (not is_singular and before.lower() in _ARTICLES)


RULE = Rule("T134", "figure-number", Severity.WARNING, check, languages=ENGLISH)
