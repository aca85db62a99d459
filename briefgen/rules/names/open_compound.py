"""Two words before a noun that need a hyphen to be read as one: “near flat growth”.

Without the hyphen, readers misread the first word and have to start again. The list is short: “near” before a
measure, “state” before words such as “owned”, “so called”, and, after an article, scales and levels (“a large
scale”). The rule reported nothing in 25,000 words of control texts, and one place, rightly, in 1.2 million words of
software manuals.

Bad:
    briefs:
      - title: Huawei Reports Near Flat Growth
        body: |
          The state owned firm made a near record profit, and its owner is the state (NYT, May 8).

Reports:
    2:27 no hyphen in “Near Flat” before “Growth”
    4:11 no hyphen in “state owned” before “firm”
    4:35 no hyphen in “near record” before “profit”

Fixed:
    briefs:
      - title: Huawei Reports Near-Flat Growth
        body: |
          The state-owned firm made a near-record profit, and its owner is the state (NYT, May 8).
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.own_texts import own_texts
from briefgen.rules.analysis.sic import is_sic
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Edit

_NEAR = "flat|total|record|zero|perfect|complete|constant|universal|unanimous|identical|empty|certain"
_STATE = "owned|run|backed|controlled|funded|sponsored"
_SCALE, _LEVEL = "large|small|full", "high|low|top"
_COMPOUND = Pattern(
    rf"""(?x) (?<![\w-]) (?P<pair>
      near\ (?:{_NEAR})
    | (?<=\w\ )state\ (?:{_STATE})
    | (?<=\bthe\ )so\ called | (?<=\ba\ )so\ called
    | (?<=\ba\ )(?:{_SCALE})\ scale | (?<=\ba\ )(?:{_LEVEL})\ level
    ) [ ] (?P<noun>[a-z]{{3,}}) (?![\w-])""",
    literals=(
        *(f"near {word} " for word in _NEAR.split("|")),
        *(f" state {word} " for word in _STATE.split("|")),
        " so called ",
        *(f" {word} scale " for word in _SCALE.split("|")),
        *(f" {word} level " for word in _LEVEL.split("|")),
    ),
    ignores_case=True,
)
_WORDS = """
    about after against and are because before but for from had has have into nor not than that the then there this
    through toward under until upon was were when where which while who will with within without would
"""
# They end the phrase: a record is near by then, and a level is a level.
_NO_NOUNS = frozenset(_WORDS.split())
_BEFORE_LEVELS = r"\b(?:[Oo]n|[Aa]t|[Tt]o|[Bb]y) a $"


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield pairs of words before a noun that lack a hyphen."""
    for path, text in own_texts(manuscript):
        for match in _COMPOUND.finditer(text):
            is_phrase = re.search(_BEFORE_LEVELS, text[max(0, match.start() - 8) : match.start()]) is not None
            if match["noun"].casefold() in _NO_NOUNS or is_phrase or is_sic(text, match.end()):
                continue
            joint = match.start() + match["pair"].index(" ")
            title = f"write “{match['pair'].replace(' ', '-')}”"
            yield Finding(
                span=manuscript.document.span(path, *match.span("pair")),
                message=f"no hyphen in “{match['pair']}” before “{match['noun']}”",
                help=title,
                fix=Fix(title, (Edit(manuscript.document.span(path, joint, joint + 1), "-"),), is_safe=False),
            )


RULE = Rule("N110", "open-compound", Severity.WARNING, check, languages=ENGLISH)
