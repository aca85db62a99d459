"""Words such as “next week” that depend on the day they are read, where that day leaves two readings.

They are counted from the date of the issue. On most days readers know what is meant, so most of them are not noted. The
note lists, with the date that each stands for, “this month” and “last month” in an issue of the first three days of a
month, because the text may be from the month before; “last week” and “next week” on a Sunday, which ends a week for
some readers and begins one for others; and counted days, weeks and months, such as “in less than two weeks” and “three
weeks ago”, so that you can check the sum. It omits quotations, the newsletter's own name, and words that stand for no
date: “the last year or two”, “say eight weeks ago”, and formulas.

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
from datetime import date

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

# A number of units that may be counted; a year is too long for it to matter, and “a month ago” is rounded.
_COUNTED = (
    r"(?is)in (?:less than|under|more than|about) .*(?<!years)(?<!year)|(?!an? |one )\w+ (?:day|week|month)s? ago"
)
_PERIOD = r"(?i)(this|last|next)\s+(week|month)"
# Days of a month on which a text may be from the one before.
_FIRST_DAYS = 3
_SUNDAY = 6
_ABOUT = r"(?i)\s+or\s+(?:two|three|so|more|longer)\b"
_HYPOTHETICAL = r"(?i)\b(?:say|e\.g\.|for example|suppose),? \Z"
_WORTH_A_LOOK = 12
# A formula between `\(…\)`, `\[…\]` or `$$…$$`, and what tells it from an escaped bracket.
_FORMULA = expression(r"\\[(\[][^\n]{1,400}?\\[)\]]|\$\$[^$]{1,400}\$\$")
_SIGN = expression(r"\\[a-zA-Z]|[=^{}]")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield one note of all relative dates."""
    text, day = manuscript.document.text, manuscript.read_issue.date
    found = [each for each in _find(manuscript) if _has_two_readings(each[0].of(text), day)]
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


def _has_two_readings(phrase: str, day: date) -> bool:
    """Return whether readers may take a phrase for another date than its author, or can check its sum."""
    period = re.fullmatch(_PERIOD, phrase)
    if period is None:
        return re.fullmatch(_COUNTED, phrase) is not None
    which, unit = period[1].lower(), period[2].lower()
    if unit == "week":
        return which != "this" and day.weekday() == _SUNDAY
    return which != "next" and day.day <= _FIRST_DAYS


def _is_no_date(text: str, span: Span) -> bool:
    """Return whether a phrase is rounded or made up: `year or two`, `say 8 weeks ago`."""
    before = text[max(0, span.start - _WORTH_A_LOOK) : span.start]
    return bool(re.match(_ABOUT, text[span.end : span.end + _WORTH_A_LOOK]) or re.search(_HYPOTHETICAL, before))


RULE = Rule("D102", "relative-date", Severity.NOTE, check, languages=ENGLISH)
