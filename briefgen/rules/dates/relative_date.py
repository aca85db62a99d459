"""Words such as “next week” that depend on the day they are read.

They are counted from the date of the issue. But readers may find the issue years later, and authors may have written
the words in an older draft. The note lists every such phrase with the date it stands for, so that you can check each
against its source. It omits quotations, the newsletter's own name, and words that are too vague to check, such as
“recently” and “currently”, or stand for no date: “the companies of tomorrow”, “the last year or two”, “say eight weeks
ago”, and formulas. “Today”, “this week”, “last year”, “two years ago” and “the coming weeks” are listed with the
others, but make no note by themselves: the date at the top of the issue says what they mean.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened this week and will be deepened next month (NYT, May 8).

Reports:
    4:26 2 relative dates, read from the issue date (Friday, May 12, 2023)

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on May 8 and will be deepened in June (NYT, May 8). It will be closed today.
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

# What the date of the issue explains, or is too long for it to matter.
_CLEAR = (
    r"(?is)this\s+\w+|today|tonight|as of \w+|.*\byears?(?:\s+ago)?"
    r"|\w+ the (?:past|last|next|coming) (?:days|weeks|months)"
)
# What stands before and after words that mean no day of the calendar.
_FIGURATIVE = (
    r"(?<!\bas)(?<!\bend)(?<!\bstart)(?<!\bevening)(?<!\bmorning)(?<!\bahead)(?<!\bbecause)(?<!\binstead) of\s\Z"
)
_ABOUT = r"(?i)\s+or\s+(?:two|three|so|more|longer)\b"
_HYPOTHETICAL = r"(?i)\b(?:say|e\.g\.|for example|suppose),? \Z"
_WORTH_A_LOOK = 12
# A formula between `\(…\)`, `\[…\]` or `$$…$$`, and what tells it from an escaped bracket.
_FORMULA = expression(r"\\[(\[][^\n]{1,400}?\\[)\]]|\$\$[^$]{1,400}\$\$")
_SIGN = expression(r"\\[a-zA-Z]|[=^{}]")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield one note of all relative dates."""
    found = list(_find(manuscript))
    text = manuscript.document.text
    if any(not re.fullmatch(_CLEAR, span.of(text)) for span, _ in found):
        day = manuscript.read_issue.date
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
    """Return whether a phrase is figurative, rounded or made up: `of tomorrow`, `year or two`, `say 8 weeks ago`."""
    before = text[max(0, span.start - _WORTH_A_LOOK) : span.start]
    is_figure = span.of(text) == "tomorrow" and re.search(_FIGURATIVE, before) is not None
    return is_figure or bool(
        re.match(_ABOUT, text[span.end : span.end + _WORTH_A_LOOK]) or re.search(_HYPOTHETICAL, before)
    )


RULE = Rule("D102", "relative-date", Severity.NOTE, check, languages=ENGLISH)
