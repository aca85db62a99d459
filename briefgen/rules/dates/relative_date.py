"""Words such as “next week” that depend on the day they are read.

They are counted from the date of the issue. But readers may find the issue years later, and authors may have written
the words in an older draft. The note lists every such phrase with the date it stands for, so that you can check each
against its source. It omits quotations, the newsletter's own name, and words that are too vague to check, such as
“recently” and “currently”. “Today”, “this week” and “two years ago” are listed with the others, but make no note by
themselves: the date at the top of the issue says what they mean.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened this week and will be deepened next year (NYT, May 8).

Reports:
    4:26 2 relative dates, read from the issue date (Friday, May 12, 2023)

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on May 8 and will be deepened in 2024 (NYT, May 8). It will be closed today.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity, plural
from briefgen.manuscript import Manuscript
from briefgen.markdown import blank
from briefgen.prose import PROSE_BLOCKS
from briefgen.rules.analysis.calendar_days import WEEKDAYS, format_day
from briefgen.rules.analysis.relative_dates import find_relative
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Span

# What the date of the issue explains, or is too long for it to matter.
_CLEAR = r"(?is)this\s+\w+|today|tonight|as of \w+|.*\byears(?:\s+ago)?|a year ago"


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
        for span, reading in find_relative(blank(text, own), manuscript.read_issue.date):
            block = item.prose.block_at(span.start)
            if block is not None and block.kind in PROSE_BLOCKS and not item.prose.is_quoted(span):
                yield item.file_span(span), reading


RULE = Rule("D102", "relative-date", Severity.NOTE, check, languages=ENGLISH)
