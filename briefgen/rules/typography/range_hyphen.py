"""A hyphen in a range of figures, where the issue has en dashes in others.

“11-12 years” beside “11–12 years” looks like the work of two writers. It is reported in an issue that has more ranges
with an en dash than with a hyphen, pages in citations included, and only where what follows shows that it is a range: a
unit, such as “years” or “%”, or where both figures are years. So scores, votes, tables, telephone numbers, days and
names such as F-16 are not reported, nor are quotations, titles of works, links and citations. There is one report for
the whole issue.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The crews are 20–25 people, and the boys among them 11-12 years old. They stay 3–4 weeks.

Reports:
    4:59 hyphen in a range of figures: “11-12”

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          The crews are 20–25 people, and the boys among them 11–12 years old. They stay 3–4 weeks.

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The board voted 6-7 for the years 2018–2023.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Related, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import PROSE_BLOCKS, Pattern
from briefgen.rules.analysis.own_matches import OwnMatch, find_own
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Edit, Span

_UNITS = (
    "years?|months?|weeks?|days?|hours?|minutes?|seconds?|percent|per cent|people|persons|students|children|pages|"
    "miles|kilomet(?:er|re)s|met(?:er|re)s|km|kg|tonnes|tons|million|billion|times|degrees|feet|inches|acres|"
    "hectares|dollars"
)
_YEARS = r"(?:19|20)\d\d-(?:19|20)\d\d(?![\w%/]|[-–.,:]\d)"
# Behind “between” and “from”, another rule asks for a word instead.
_HYPHENED = Pattern(
    rf"(?<![\w.,:/#$£€+=-])(?<![Bb]etween )(?P<range>(?P<years>(?<![Ff]rom ){_YEARS})|(?:\d[\d,.]*)-(?:\d[\d,.]*)"
    rf"(?= ?%| (?:{_UNITS})(?![\w-])))",
    literals=tuple(f"{digit}-" for digit in range(10)),
    also=tuple(f"-{digit}" for digit in range(10)),
    reach=40,
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield one finding for all hyphens in ranges, if most have an en dash."""
    text = manuscript.document.text
    if "–" not in text:
        return
    found = [each for each in find_own(manuscript, _HYPHENED, when=_is_range) if not _is_in_table(each)]
    if found and len(found) < len(re.findall(r"(?<=\d)–(?=\d)", text)):
        places = [_hyphen_of(each) for each in found]
        words = found[0].written(found[0].span("range"))
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        yield Finding(
            span=found[0].span("range"),
            message=f"hyphen in a range of figures: “{words}”{more}",
            help="write an en dash, –, as in the other ranges",
            related=tuple(Related(each.span("range"), "here too") for each in found[1:]),
            fix=Fix("write –", tuple(Edit(place, "–") for place in places), is_safe=False),
        )


def _is_range(match: re.Match[str]) -> bool:
    first, second = match["range"].split("-")
    try:
        return float(first.replace(",", "")) < float(second.replace(",", ""))
    except ValueError:
        return False


def _is_in_table(found: OwnMatch) -> bool:
    field = found.manuscript.field(found.path)
    block = field.prose.block_at(found.match.start()) if field else None
    return block is not None and block.kind not in PROSE_BLOCKS


def _hyphen_of(found: OwnMatch) -> Span:
    at = found.match.start("range") + found["range"].index("-")
    return found.place(at, at + 1)


RULE = Rule("T127", "range-hyphen", Severity.NOTE, check, languages=ENGLISH)
