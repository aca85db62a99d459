"""State or party media named in the text without saying who controls them.

Readers who do not know Xinhua take it for an ordinary news agency. The list of sources labels such outlets; the text
does not, so the first mention in each item should. Only words that say who owns the outlet are a label: “the state news
agency”, “state-run”, “run by the government”. A name inside a longer one, such as the ship CNS Lhasa, is ignored; a
short name in capitals counts only where it speaks, is quoted or is read, so that CCTV cameras do not. There is one
report for the whole issue, which lists the places. `style: {state_media: ignore}` turns the rule off.

Bad:
    briefs:
      - title: Guiyang Prepares
        body: |
          According to Xinhua, the halls are ready.

Reports:
    4:20 1 first mention of state media without a label

Good:
    briefs:
      - title: Guiyang Prepares
        body: |
          According to the state news agency Xinhua, the halls are ready. CCTV cameras watch the doors.

Bad:
    briefs:
      - title: Guiyang Prepares
        body: |
          A military expert told a government official and the Global Times that the halls are ready.

Reports:
    4:60 1 first mention of state media without a label

Good:
    briefs:
      - title: Guiyang Prepares
        body: |
          A military expert told a government official and the state-run Global Times that the halls are ready.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity, plural
from briefgen.expressions import expression
from briefgen.manuscript import ItemText, Manuscript
from briefgen.model import Outlet
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.claims import SAY_VERBS
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Span

# How far before or after a name its label may be, in characters.
_BEFORE, _AFTER = 70, 160
_CAPITALIZED = expression(r"[A-Z][^\W_]*")
# “state-run”, “official newspaper”, “the party’s”, “propaganda”, in the same sentence before the name or behind it.
_OWNERS = ("state", "party", "government", "communist", "official", "kremlin", "military", "army")
_OWNER = f"(?:{'|'.join(_OWNERS)})"
_MEDIUM = (
    "(?:agency|broadcaster|channel|daily|journal|magazine|media|network|newspaper|news|organ|outlet|paper|platform"
    "|portal|press|publication|radio|service|site|station|tabloid|television|TV|website|weekly|wire)"
)
_OWNED = (
    rf"\b(?:{_OWNER}-\w+|{_OWNER}(?:[’']s)? (?:[\w-]+ )?{_MEDIUM}s?|mouthpiece|propaganda"
    r"|(?:owned|controlled|run|funded|published|backed) by)\b"
)
# Every label has one of these.
_TRACES = (*_OWNERS, "mouthpiece", "propaganda", " by")
_LABEL_BEFORE = rf"(?:{_OWNED}[^.;!?]*|\b{_OWNER}[’']s (?:[\w-]+ )?)$"
_LABEL_AFTER = rf"^[’'\w]*(?:\s?[,(–—]| (?:is|was|which|an?)\b)[^.;!?]*{_OWNED}"

_NAME_BEFORE = expression(r"\b(?!The\b)[A-Z][a-z]+ $")
_NAME_AFTER = expression(r" [A-Z][a-z]|-[A-Z]")
# Short names in capitals mean other things too, and are outlets only next to one of these.
_SHORT = 4
_SPEAKS = expression(rf"(?:[’']s \w+)?(?: \w+)?,? (?:{SAY_VERBS}|spoke|reports|broadcast|broadcasts|aired|airs)\b")
_IS_READ = expression(
    r"\b(?:[Aa]ccording to|told|by|via|from|citing|quoting|on|in an interview with|with|and)(?: \w+)? $"
)
_CAMERA = expression(
    r" (?:camera|footage|surveillance|image|system|coverage|operator|recording|monitor|video|installation)"
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield one finding for all first mentions without a label."""
    if manuscript.publication.style.state_media == "ignore":
        return
    names = list(_names(manuscript, "\n".join(item.uncited for item in manuscript.items)))
    found = [each for item in manuscript.items for each in _first_mentions(item, item.uncited, names)]
    found.sort(key=lambda each: each[0])
    if found:
        (span, outlet), *others = found
        yield Finding(
            span=span,
            message=f"{len(found)} first {plural(len(found), 'mention')} of state media without a label",
            label=_owner(outlet),
            help="say who controls them: “the state news agency Xinhua”",
            related=tuple(Related(place, _owner(other)) for place, other in others),
        )


def _names(manuscript: Manuscript, text: str) -> Iterator[tuple[str, Outlet]]:
    """Yield the names in a text that mean a controlled outlet and no other."""
    words, characters = set(_CAPITALIZED.findall(text)), set(text)
    for name, outlet in manuscript.outlets.controlled_names:
        # A text holds few of the many names, and whether it has the first word of one is known at once.
        first = name.partition(" ")[0]
        is_plain = "A" <= first[0] <= "Z" and first.isalnum()
        is_possible = first in words if is_plain else first[0] in characters
        if is_possible and name in text:
            yield name, outlet


def _first_mentions(item: ItemText, visible: str, names: list[tuple[str, Outlet]]) -> Iterator[tuple[Span, Outlet]]:
    first: dict[str, tuple[Span, Outlet]] = {}
    for name, outlet in names:
        at = _find(visible, name)
        if at >= 0 and (outlet.id not in first or at < first[outlet.id][0].start):
            first[outlet.id] = (Span(at, at + len(name)), outlet)
    for span, outlet in first.values():
        block = item.prose.block_at(span.start)
        start, end = (block.span.start, block.span.end) if block else (0, len(visible))
        before = visible[max(start, span.start - _BEFORE) : span.start]
        after = visible[span.end : min(end, span.end + _AFTER)]
        is_labelled = _has_trace(before) and re.search(_LABEL_BEFORE, before, re.IGNORECASE)
        is_labelled = is_labelled or (_has_trace(after) and re.search(_LABEL_AFTER, after, re.IGNORECASE))
        if not is_labelled and not item.prose.is_quoted(span):
            yield item.file_span(span), outlet


def _has_trace(words: str) -> bool:
    return any(map(words.lower().__contains__, _TRACES))


def _find(text: str, name: str) -> int:
    """Return the position of a name as whole words that are not part of a longer name, or -1."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        is_part = text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()
        if not is_part and not _is_in_longer(text, Span(at, end)) and _is_outlet(text, Span(at, end)):
            return at
        at = text.find(name, end)
    return -1


def _is_in_longer(text: str, span: Span) -> bool:
    """Return whether a name is part of a longer one, such as “Seoul Economic Daily” or “CNS Lhasa”."""
    name = span.of(text)
    return (" " in name and _NAME_BEFORE.search(text, max(0, span.start - _BEFORE), span.start) is not None) or (
        (name.isupper() or name.startswith("The ")) and _NAME_AFTER.match(text, span.end) is not None
    )


def _is_outlet(text: str, span: Span) -> bool:
    """Return whether a name means an outlet; a short one in capitals may mean anything else."""
    name = span.of(text)
    if len(name) > _SHORT or not name.isupper() or not name.isascii():
        return True
    if _CAMERA.match(text, span.end) or (name == "CCTV" and "closed-circuit" in text.casefold()):
        return False
    start = max(0, span.start - _BEFORE)
    return bool(_SPEAKS.match(text, span.end) or _IS_READ.search(text, start, span.start))


def _owner(outlet: Outlet) -> str:
    return f"{outlet.name}: {outlet.controlled_by or outlet.ownership}"


RULE = Rule("C407", "unlabelled-state-media", Severity.NOTE, check, languages=ENGLISH)
