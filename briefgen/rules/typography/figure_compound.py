"""A figure and a unit before a noun without a hyphen: “the 104 page draft”.

Without the hyphen, readers expect the plural “104 pages” and have to start again. The rule checks a figure, or a number
below a hundred in words, with a unit in the singular, after an article or a possessive; and ages such as “20 year old”.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The 104 page draft of a two year plan is by a 20 year old pilot.

Reports:
    4:11 no hyphen in “104 page” before “draft”
    4:31 no hyphen in “two year” before “plan”
    4:53 no hyphen in “20 year old”

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          The 104-page draft of a two-year plan is by a 20-year-old pilot.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.own_matches import OwnMatch, find_own
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Edit

# After a figure, these can only be measures.
_MEASURES = "year|month|week|day|hour|minute|mile|inch|acre|meter|metre|kilometer|kilometre|megawatt|gigawatt|storey"
# These may also belong to the noun: “the 27 member states”, “the two party leaders”.
_PARTS = "page|foot|yard|star|bedroom|member|person|man|point|seat|party|state|country|nation|part|step|bit|line"
_NUMBERS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|"
    "sixty|seventy|eighty|ninety"
)
_BEFORE = "an?|the|this|that|its|his|her|their|our|whose|every|each|another"
_PATTERN = Pattern(
    rf"""(?x) (?<![\w’'-])
    (?: (?P<before>(?i:{_BEFORE}))\ (?:(?P<between>[a-z]+)\ )?
        (?P<pair>(?P<figure>\d{{1,3}}(?:,\d{{3}})*(?:\.\d+)?|one|{_NUMBERS})\ (?P<unit>{_MEASURES}|{_PARTS}))
        (?:(?P<old>[ -]olds?)|\ (?P<noun>[a-z]{{3,}}))
      | (?P<age>(?:(?!1\b)\d{{1,3}}|{_NUMBERS})(?:[ -]year|[ -]month|[ -]week)\ olds?)
    )(?![\w’'-])""",
    literals=(
        *(f" {unit}" for unit in (*_MEASURES.split("|"), *_PARTS.split("|"))),
        "-year old",
        "-month old",
        "-week old",
    ),
    reach=60,
)
_FIGURES = frozenset({*_NUMBERS.split("|"), "one"})
_UNITS = frozenset({*_MEASURES.split("|"), *_PARTS.split("|"), "year-old", "month-old", "week-old"})
_BETWEEN = frozenset({
    "additional", "average", "current", "entire", "extra", "final", "first", "full", "further", "initial", "last",
    "long", "mandatory", "maximum", "minimum", "new", "next", "previous", "recent", "same", "second", "short",
    "single", "special", "standard", "third", "typical", "usual", "whole",
})  # fmt: skip
_NAMES = frozenset({
    ("point", "release"), ("day", "care"), ("day", "laborers"), ("day", "labourers"), ("day", "traders"),
    ("country", "music"), ("minute", "hands"),
})  # fmt: skip
_NO_NOUNS = frozenset({
    "after", "again", "against", "ago", "all", "although", "and", "any", "apart", "are", "around", "away",
    "because", "been", "before", "behind", "being", "between", "beyond", "both", "but", "can", "could", "did",
    "does", "down", "during", "each", "earlier", "else", "ending", "even", "ever", "every", "few", "for", "from",
    "had", "has", "have", "her", "here", "his", "how", "including", "into", "its", "last", "late", "later", "less",
    "long", "made", "many", "may", "maybe", "might", "more", "most", "much", "must", "near", "nearly", "not",
    "nothing", "now", "off", "one", "only", "onto", "our", "out", "over", "past", "per", "plus", "prior", "rather",
    "said", "says", "shall", "should", "since", "some", "soon", "still", "such", "than", "that", "the", "their",
    "them", "then", "there", "these", "they", "this", "those", "though", "through", "throughout", "till", "today",
    "together", "under", "unless", "until", "upon", "was", "were", "what", "when", "where", "whereas", "whether",
    "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "would", "yet", "you",
    "your",
})  # fmt: skip


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield compounds of a figure and a unit that lack a hyphen."""
    for found in find_own(manuscript, _PATTERN, likely=_has_figure, when=_is_compound):
        start = found.match.start("age" if found["age"] else "pair")
        yield _report(found, start, found.match.end("pair" if found["noun"] else 0))


def _has_figure(text: str) -> bool:
    """Return whether a unit follows a figure somewhere, or “old” a compound; in nearly all texts, neither does."""
    words = text.split()
    # Cheap test first: most words are no units.
    units = _UNITS.intersection(words)
    return any(
        word in units and (words[at - 1][-1].isdigit() or words[at - 1].lower() in _FIGURES)
        for at, word in (enumerate(words) if units else ())
    ) or (" old" in text and re.search(r"-(?:year|month|week) old", text) is not None)


def _is_compound(match: re.Match[str]) -> bool:
    """Return whether a figure and a unit form a compound, and do not count the noun."""
    noun, unit = match["noun"] or "", match["unit"]
    if match["age"]:
        return True
    if match["between"] not in {None, *_BETWEEN} or noun in _NO_NOUNS or (unit, noun) in _NAMES:
        return False
    if match["old"] or match["before"].lower() in {"a", "an"}:
        return True
    # “The one person”, and “the 27 member states”, where the figure counts the noun.
    is_plural = noun.endswith("s") and not noun.endswith("ss")
    return match["figure"] != "one" and not (is_plural and unit in _PARTS.split("|"))


def _report(found: OwnMatch, start: int, end: int) -> Finding:
    words = found.match.string[start:end]
    place, title = found.place(start, end), f"write “{words.replace(' ', '-')}”"
    joints = (found.place(at, at + 1) for at in range(start, end) if found.match.string[at] == " ")
    return Finding(
        span=place,
        message=f"no hyphen in “{found.written(place)}”" + (f" before “{found['noun']}”" if found["noun"] else ""),
        help=title,
        fix=Fix(title, tuple(Edit(joint, "-") for joint in joints), is_safe=False),
    )


RULE = Rule("T118", "figure-compound", Severity.WARNING, check, languages=ENGLISH)
