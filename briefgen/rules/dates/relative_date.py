"""A term such as “in less than two weeks”, which depends on the day it is read.

Only a term that lies ahead is noted, such as “in less than two weeks”: the author counted it, readers must count
again, and it is wrong as soon as the issue appears later than planned. The note gives the date that each stands for, so
that you can check the sum. Other relative dates are left alone, because readers know what they mean. One that
contradicts the date beside it has a rule of its own, `conflicting-dates`, and so has one that is older than its
sources, `stale-relative-date`. Quotations and formulas are omitted.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened this week and will be deepened in less than two weeks (NYT, May 8).

Reports:
    4:57 1 relative date, read from the issue date (Friday, May 12, 2023)

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened this week and will be deepened on May 24 (NYT, May 8). It will be closed next month.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity, plural
from briefgen.expressions import expression
from briefgen.manuscript import Manuscript
from briefgen.markdown import blank
from briefgen.prose import PROSE_BLOCKS
from briefgen.rules.analysis.calendar_days import WEEKDAYS, format_day
from briefgen.rules.analysis.relative_dates import find_relative
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Span

# A number of units that may be counted; a year is too long for it to matter.
_COUNTED = r"(?is)in (?:less than|under|more than|about) .*(?<!years)(?<!year)"
_ABOUT = r"(?i)\s+or\s+(?:two|three|so|more|longer)\b"
_HYPOTHETICAL = r"(?i)\b(?:say|e\.g\.|for example|suppose),? \Z"
_WORTH_A_LOOK = 12
# A formula between `\(…\)`, `\[…\]` or `$$…$$`, and what tells it from an escaped bracket.
_FORMULA = expression(r"\\[(\[][^\n]{1,400}?\\[)\]]|\$\$[^$]{1,400}\$\$")
_SIGN = expression(r"\\[a-zA-Z]|[=^{}]")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield one note of all relative dates."""
    text, day = manuscript.document.text, manuscript.read_issue.date
    found = [each for each in _find(manuscript) if re.fullmatch(_COUNTED, each[0].of(text))]
    if found:
        read = f"read from the issue date ({WEEKDAYS[day.weekday()]}, {format_day(day)})"
        yield Finding(
            span=found[0][0],
            message=f"{len(found)} relative {plural(len(found), 'date')}, {read}",
            label=found[0][1],
            help="check each against its source" if len(found) > 1 else "check it against its source",
            related=tuple(Related(span, reading) for span, reading in found[1:]),
        )


def _find(manuscript: Manuscript) -> Iterator[tuple[Span, str]]:
    for item in manuscript.items:
        text, name = item.prose.visible, manuscript.publication.name
        own = (Span(match.start(), match.end()) for match in re.finditer(re.escape(name), text, re.IGNORECASE))
        has_formulas = "\\" in item.prose.text or "$$" in item.prose.text
        found = _FORMULA.finditer(item.prose.text) if has_formulas else ()
        formulas = [Span(*match.span()) for match in found if _SIGN.search(match.group())]
        for span, reading in find_relative(blank(text, own), manuscript.read_issue.date):
            block = item.prose.block_at(span.start)
            if _is_no_date(text, span) or any(formula.covers(span) for formula in formulas):
                continue
            if block is not None and block.kind in PROSE_BLOCKS and not item.prose.is_quoted(span):
                yield item.file_span(span), reading


def _is_no_date(text: str, span: Span) -> bool:
    """Return whether a phrase is rounded or made up: `year or two`, `say 8 weeks ago`."""
    before = text[max(0, span.start - _WORTH_A_LOOK) : span.start]
    return bool(re.match(_ABOUT, text[span.end : span.end + _WORTH_A_LOOK]) or re.search(_HYPOTHETICAL, before))


RULE = Rule("D102", "relative-date", Severity.NOTE, check, languages=ENGLISH)
