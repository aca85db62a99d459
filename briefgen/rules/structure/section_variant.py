"""Two sections of one issue whose names differ by a slip.

The issue would have two sections, `Markets` and `Makrets`, where one is meant. The rule compares the names of the
sections of briefs: those that differ in capitals, spaces or marks only, and those in which one word of five letters or
more has a letter too many, too few or wrong, or two that have changed places.

Bad:
    briefs:
      - {title: Wool Falls, section: Markets, body: Wool fell.}
      - {title: Felt Rises, section: Makrets, body: Felt rose.}
      - {title: Silk Waits, section: Markets, body: Silk did not.}

Reports:
    3:34 section “Makrets” here, “Markets” elsewhere

Fixed:
    briefs:
      - {title: Wool Falls, section: Markets, body: Wool fell.}
      - {title: Felt Rises, section: Markets, body: Felt rose.}
      - {title: Silk Waits, section: Markets, body: Silk did not.}

Good:
    briefs:
      - {title: Wool Falls, section: Week 1, body: Wool fell.}
      - {title: Felt Rises, section: Week 2, body: Felt rose.}
"""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from briefgen.diagnostics import Finding, Fix, Related, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.model import Brief, distance
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, quote_if_needed

_SHORTEST = 5


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the rarer of two names, or the later one."""
    named: dict[str, list[ItemText]] = {}
    for item in manuscript.items:
        if isinstance(item.item, Brief) and item.item.section:
            named.setdefault(item.item.section, []).append(item)
    counts = Counter({name: len(items) for name, items in named.items()})
    for one, other in combinations(named, 2):
        if not _is_slip(one, other):
            continue
        wrong, right = (one, other) if counts[one] < counts[other] else (other, one)
        is_rarer = counts[wrong] < counts[right]
        first = manuscript.document.value_span(*named[right][0].path, "section")
        for item in named[wrong]:
            place = manuscript.document.value_span(*item.path, "section")
            fix = Fix(f"write `{right}`", (Edit(place, quote_if_needed(right)),), is_safe=False)
            message = f"section “{wrong}” here, “{right}” elsewhere"
            related = (Related(first, "here"),)
            help_ = f"did you mean `{right}`?" if is_rarer else f"write `{right}` in both, or `{wrong}`"
            yield Finding(span=place, message=message, help=help_, related=related, fix=fix if is_rarer else None)


def _is_slip(one: str, other: str) -> bool:
    """Return whether two names differ in capitals or marks, or by a slip in one word."""
    first, second = one.casefold(), other.casefold()
    if _letters(first) == _letters(second):
        return bool(_letters(first))
    words = [pair for pair in zip(first.split(), second.split(), strict=False) if pair[0] != pair[1]]
    if len(first.split()) != len(second.split()) or len(words) != 1:
        return False
    short, long = sorted(words[0], key=len)
    return len(short) >= _SHORTEST and (short + long).isalpha() and short[0] == long[0] and _is_near(short, long)


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name))


def _is_near(short: str, long: str) -> bool:
    """Return whether two words are one slip apart: a letter more, another letter, or two in the wrong order."""
    is_replaced = len(short) == len(long) and sorted(short) != sorted(long)
    # `Policy` and `Police` are two words; a wrong letter counts only inside a longer one.
    return distance(short, long) == 1 and (not is_replaced or len(short) > _SHORTEST + 1)


RULE = Rule("S020", "section-variant", Severity.WARNING, check)
