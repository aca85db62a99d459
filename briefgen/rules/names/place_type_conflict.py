"""A place called a province here and a city there.

One of the two is a slip, and often the name itself is wrong. The rule knows places that share a name with their
province (New York, Kandahar), and accepts a sentence that distinguishes the two. Quotations count, because they may
repeat somebody else's slip: mark those `[sic]`.

Bad:
    briefs:
      - title: Guests
        body: |
          The expo is held in Guizhou province. Localities of Guizhou city have a stand there.

Reports:
    4:59 “Guizhou” is called both a province and a city

Good:
    briefs:
      - title: Guests
        body: |
          The expo is held in Guizhou province. Localities of Guiyang city have a stand there.
"""

from collections import Counter
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity
from briefgen.expressions import expression
from briefgen.manuscript import ItemText, Manuscript
from briefgen.rules.analysis.sic import is_sic
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.rules.vocabulary.places import SHARED
from briefgen.yamltext import Span

# The kind is in lower case, or part of the name: `Guizhou Province`.
_KIND = expression(
    r"[PpCcDdMm](?<=\b.)(?:(?<=[Pp])rovince|(?<=[Cc])ity|(?<=[Cc])ounty|(?<=[Pp])refecture|(?<=[Dd])istrict"
    r"|(?<=[Mm])unicipality)\b(?![ -]?hall)"
)
_NAME = r"[A-Z][\w’'-]+(?:[ ][A-Z][\w’'-]+){0,2}"
_AFTER = expression(rf"[ ]of[ ](?P<name>{_NAME})")
_BEFORE = expression(rf"(?P<name>{_NAME})[ ]$")
_REACH = 60
# A city may well be the seat of a county of its name, or be governed as a district.
_COMPATIBLE = frozenset({"city", "municipality", "district", "county", "prefecture"})
_FIRST = frozenset({"The", "In", "At", "From", "Of", "And", "But", "For", "To", "While", "Although", "Near"})
_Use = tuple[ItemText, Span, str, str]
"""Item, place in its body, name, kind."""


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield places of two kinds, each once, at the rarer kind."""
    by_name: dict[str, list[_Use]] = {}
    for use in (each for item in manuscript.items for each in _uses(item)):
        by_name.setdefault(use[2], []).append(use)
    for name, uses in by_name.items():
        kinds = Counter(kind for *_, kind in uses)
        if len(kinds) > 1 and not kinds.keys() <= _COMPATIBLE and not _are_told_apart(uses):
            yield _report(name, uses, kinds)


def _uses(item: ItemText) -> Iterator[_Use]:
    text = item.uncited
    for kind in _KIND.finditer(text):
        before = _BEFORE.search(text, max(0, kind.start() - _REACH), kind.start())
        found = before or (_AFTER.match(text, kind.end()) if kind.group().islower() else None)
        if found is None:
            continue
        first, _, rest = found["name"].partition(" ")
        name = rest if first in _FIRST else found["name"]
        end = max(found.end("name"), kind.end())
        start = found.end("name") - len(name) if before else kind.start()
        if name and name not in SHARED and not is_sic(text, end):
            yield item, Span(start, end), name.removesuffix("’s"), kind.group().lower()


def _are_told_apart(uses: list[_Use]) -> bool:
    """Return whether one sentence has the name with both kinds, so the author knows the difference."""
    kinds: dict[tuple[int, Span | None], set[str]] = {}
    for item, span, _, kind in uses:
        kinds.setdefault((id(item), item.prose.sentence_at(span.start)), set()).add(kind)
    return any(len(each) > 1 for (_, sentence), each in kinds.items() if sentence)


def _report(name: str, uses: list[_Use], kinds: Counter[str]) -> Finding:
    # The first kind of the issue wins a draw.
    usual = max(kinds, key=lambda kind: kinds[kind])
    item, span, _, kind = next(use for use in uses if use[3] != usual)
    other, elsewhere, *_ = next(use for use in uses if use[3] == usual)
    return Finding(
        span=item.file_span(span),
        message=f"“{name}” is called both a {usual} and a {kind}",
        help="check the place; if the source itself says so, mark it [sic]",
        related=(Related(other.file_span(elsewhere), f"“{elsewhere.of(other.prose.text)}”"),),
    )


RULE = Rule("N106", "place-type-conflict", Severity.WARNING, check, languages=ENGLISH)
