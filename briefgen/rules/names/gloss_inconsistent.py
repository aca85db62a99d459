"""Characters in parentheses that do not match the name before them.

Readers look up a name by its characters, and the wrong ones lead them elsewhere. The rule reports well-known places
with the characters of another place, one name with two sets of characters, one set of characters for two names,
characters already given in the same item, and traditional characters mixed with simplified ones.

Bad:
    briefs:
      - title: Cities
        body: |
          Chengdu (重庆) has a sister in Winnipeg.

Reports:
    4:16 “Chengdu” is glossed 重庆, which is Chongqing

Good:
    briefs:
      - title: Cities
        body: |
          Chengdu (成都) has a sister in Winnipeg.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from briefgen.diagnostics import Finding, Related, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.model.scripts import is_hanzi, mixes_scripts
from briefgen.rules.analysis.sic import is_sic
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.rules.vocabulary.places import HANZI
from briefgen.yamltext import Span

_PARENTHESIS = r"[(（](?P<inside>[^()（）]+)[)）]"
_MARKS = "“”‘’「」"
_WITHOUT_MARKS = str.maketrans("", "", _MARKS + "·")
# The name: the capital words before the gloss, with small ones between them; emphasis and quotes do not count.
_NAME = r"(?P<name>[A-Z][\w’'-]*(?:[ ](?:of|the|and|for|on)(?=[ ])|[ ][A-Z][\w’'-]*)*)[*_”,]* ?$"


class _Gloss(Struct, frozen=True):
    item: ItemText
    name: str
    """Empty if there is no capitalized word before the gloss."""
    han: str
    span: Span


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield glosses that contradict their name, each other, or themselves; at most one finding each."""
    seen: list[_Gloss] = []
    for gloss in (each for item in manuscript.items if item.prose.east_asian for each in _glosses(item)):
        finding = _judge(gloss, seen)
        if finding is not None:
            yield finding
        seen.append(gloss)


def _glosses(item: ItemText) -> Iterator[_Gloss]:
    text = item.uncited
    for match in re.finditer(_PARENTHESIS, text):
        if not _is_gloss(match["inside"]):
            continue
        before = re.search(_NAME, text[max(0, match.start() - 80) : match.start()])
        if not is_sic(text, match.end()):
            han = match["inside"].translate(_WITHOUT_MARKS)
            yield _Gloss(item, before["name"] if before else "", han, Span(*match.span("inside")))


def _is_gloss(words: str) -> bool:
    """Return whether a text consists only of Hanzi, with or without quotation marks."""
    begins = is_hanzi(words[1:2] if words[0] in _MARKS else words[0])
    return begins and all(is_hanzi(each) or each in _MARKS + "·" for each in words)


def _judge(gloss: _Gloss, seen: list[_Gloss]) -> Finding | None:
    name, han = gloss.name, gloss.han
    place = name if name in HANZI else name.split(" ")[0]
    wrong = place in HANZI and not han.startswith(HANZI[place])
    reads = next((other for other, forms in HANZI.items() if wrong and han.startswith(forms)), "")
    if reads:
        return _finding(gloss, f"“{name}” is glossed {han}, which is {reads}")
    if mixes_scripts(han):
        return _finding(gloss, f"“{han}” mixes simplified and traditional characters")
    for other in seen:
        if name and name == other.name and han != other.han:
            return _finding(gloss, f"“{name}” is glossed {other.han} and {han}", other)
        if name and other.name and han == other.han and not _are_one(name, other.name):
            return _finding(gloss, f"“{han}” is used for both {other.name} and {name}", other)
        if han == other.han and gloss.item is other.item:
            return _finding(gloss, f"“{han}” is given a second time", other, "delete the second gloss")
    return None


def _are_one(one: str, other: str) -> bool:
    """Return whether two names may be the same, one of them with adjacent words of the sentence."""
    return one.endswith(other) or other.endswith(one) or one.startswith(other) or other.startswith(one)


def _finding(gloss: _Gloss, message: str, other: _Gloss | None = None, help_: str = "check the characters") -> Finding:
    related = (Related(other.item.file_span(other.span), "the first one"),) if other else ()
    return Finding(span=gloss.item.file_span(gloss.span), message=message, help=help_, related=related)


RULE = Rule("N107", "gloss-inconsistent", Severity.WARNING, check, languages=ENGLISH)
