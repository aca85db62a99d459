"""“It’s” and “its” confused.

“It’s” is short for “it is” or “it has”; “its” means “of it”. Spell checkers accept both. The rule reports only
places where the words around leave no doubt: “it’s own”, “of it’s size”, “lost it’s case.”, “It’s cranes are old”,
“its a”.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The port has it's own fleet, in spite of it's size. Its been years, and its a pity.
          It lost it's case. It's cranes are old.

Reports:
    4:20 apostrophe in a possessive: “it's own”
    4:48 apostrophe in a possessive: “it's size”
    4:59 no apostrophe in a verb: “Its been”
    4:79 no apostrophe in a verb: “its a”
    5:15 apostrophe in a possessive: “it's case”
    5:26 apostrophe in a possessive: “It's cranes”

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          The port has its own fleet, in spite of its size. It's been years, and it's a pity.
          It lost its case. Its cranes are old.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.own_matches import OwnMatch, as_own, find_own
from briefgen.rules.analysis.own_texts import own_texts
from briefgen.rules.analysis.possessive_its import is_possessive
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH

_IT_IS = Pattern(r"(?<![\w’'-])(?P<it>[Ii]t['’]s) (?P<next>[a-z]+)(?![\w’'-])", literals=("t's ", "t’s "), reach=40)
_ADVERBS = "just|only|still|also|now|really|actually|basically|essentially|probably|simply|always|never|already"
_ADJECTIVES = "clear|unclear|likely|unlikely|possible|impossible|important|essential|true|obvious|worth|interesting"
# What may follow “its” in the place of “it’s”, and what of it leaves no doubt.
_FOLLOWING = f"an|a|the|been|because|supposed|going|not|{_ADVERBS}|{_ADJECTIVES}|hard|difficult|easy|time"
_CONTRACTION = Pattern(rf"(?<![\w’'-])(?P<its>[Ii]ts) (?:{_FOLLOWING})(?![\w’'-])", literals=("its ", "Its "), reach=40)
_MAY_FOLLOW = frozenset(_FOLLOWING.split("|"))
_LONGEST = max(map(len, _MAY_FOLLOW))
_CERTAIN = rf"""(?x) (?:
      been
    | an? (?!\ (?:la|priori|posteriori|cappella|fortiori)\b)
    | the | because | supposed\ to | going\ to\ (?:be|take|have|get|make|cost|happen|do|need|help)
    | not (?=\ (?:a|an|the|just|only|that|clear|about|like|enough|possible|easy|hard|going|yet|really|always)\b)
    | (?:{_ADVERBS})\ (?:an?|the|been|going\ to|not)
    | (?:{_ADJECTIVES})\ (?:that|how|whether|why)
    | (?:likely|unlikely|possible|impossible|important|essential)\ to
    | worth\ (?:noting|remembering|mentioning|reading|it)
    | (?:hard|difficult|easy)\ to\ (?:say|tell|know|imagine|believe|understand|see)
    | time\ to\ (?:be|say|take|make|get|do|ask|stop|start)
    ) (?![\w’'-])"""


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield “it’s” and “its” where the other one is meant."""
    for path, text in own_texts(manuscript):
        for match in _IT_IS.finditer(text.replace("\n", " ")):
            found = as_own(manuscript, path, match) if is_possessive(match) else None
            if found is not None:
                yield _report(found, "apostrophe in a possessive", found.match.span(), "it", f"{found['it'][:2]}s")
    for found in find_own(manuscript, _CONTRACTION, likely=_may_contract, when=_find_certain):
        rest, mark = _find_certain(found.match), "’" if "’" in found.match.string else "'"
        if rest is not None:
            span = (found.match.start(), rest.end())
            yield _report(found, "no apostrophe in a verb", span, "its", f"{found['its'][:2]}{mark}s")


def _may_contract(text: str) -> bool:
    """Return whether one of the words stands behind “its”, which nearly every text has."""
    behind = (rest[: _LONGEST + 1] for rest in text.replace("Its ", "its ").split("its ")[1:])
    return any("".join(takewhile(str.isalpha, rest)) in _MAY_FOLLOW for rest in behind)


def _find_certain(match: re.Match[str]) -> re.Match[str] | None:
    """Return the words after “its” that leave no doubt, or None."""
    return re.compile(_CERTAIN).match(match.string, match.end("its") + 1)


def _report(found: OwnMatch, fault: str, span: tuple[int, int], it: str, instead: str) -> Finding:
    place, title = found.place(*span), f"write “{instead}”"
    return Finding(
        span=place,
        message=f"{fault}: “{found.written(place)}”",
        help=title,
        fix=Fix(title, (found.edit(found.span(it), instead),), is_safe=False),
    )


RULE = Rule("T115", "its-apostrophe", Severity.WARNING, check, languages=ENGLISH)
