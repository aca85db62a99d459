"""Days written in several forms in one issue.

“May 8”, “8 May”, “8th May” and “May 8th” in one issue look like the work of several writers. The form that the issue
uses most often is right; there is one report for the whole issue, with all places of the others. Quotations, titles of
works, citations and credits do not count, nor do titles and headings, which may have a form of their own (“Week Ending
May 13, 2018”), or days that are names, such as “July 4th” and
“September 11th”, nor lists and tables if only these have another form.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on May 8. It closed on May 9, and opened again on 10 May (NYT, May 11).

Reports:
    4:76 “10 May” here, but 2 dates like “May 8”

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on May 8. It closed on May 9, and opened again on May 10 (NYT, May 11).
"""

from collections import Counter
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity, plural
from briefgen.manuscript import FieldText, Manuscript
from briefgen.rules.analysis.calendar_days import CalendarDay, find_own_days
from briefgen.rules.analysis.sic import is_sic
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH

# Holidays and events that are called by their day, which then has an ordinal even where dates have none.
_NAMED = frozenset({(1, 6), (3, 8), (5, 1), (5, 4), (5, 9), (6, 4), (7, 4), (9, 11), (10, 7)})
_Place = tuple[FieldText, CalendarDay]


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield one finding for all days that are not in the usual form."""
    places = [(field, day) for field, day in find_own_days(manuscript.fields) if not _is_exempt(field, day)]
    counts = Counter(_form(day) for _, day in places)
    if len(counts) > 1:
        house = counts.most_common(1)[0][0]
        others = [each for each in places if _form(each[1]) != house]
        listed = [
            {_is_listed(field, day) for field, day in each} for each in (others, [p for p in places if p not in others])
        ]
        # A calendar of events may have a form of its own.
        if len(listed[0] | listed[1]) == 1 or listed[0] & listed[1]:
            yield _report(others, counts[house], _example(places, house))


def _form(day: CalendarDay) -> tuple[bool, bool]:
    return day.is_day_first, day.is_ordinal


def _is_exempt(field: FieldText, day: CalendarDay) -> bool:
    is_name = day.is_ordinal and (day.month, day.day) in _NAMED
    block = field.prose.block_at(day.span.start)
    is_title = field.name in {"title", "section", "subject"} or (block is not None and block.kind == "heading")
    return is_name or is_title or is_sic(field.prose.text, day.span.end)


def _is_listed(field: FieldText, day: CalendarDay) -> bool:
    """Return whether a day stands in a list or a table."""
    block = field.prose.block_at(day.span.start)
    return block is not None and block.kind in {"item", "table"}


def _example(places: list[_Place], house: tuple[bool, bool]) -> str:
    return next(_words(field, day) for field, day in places if _form(day) == house)


def _words(field: FieldText, day: CalendarDay) -> str:
    """Return a day as written, without its year."""
    words = " ".join(day.span.of(field.prose.text).split())
    return words[: -len(str(day.year))].rstrip(", ") if day.year else words


def _report(others: list[_Place], usual: int, example: str) -> Finding:
    field, day = others[0]
    here = f"“{_words(field, day)}”" + (f" and {len(others) - 1} more" if len(others) > 1 else " here")
    return Finding(
        span=field.file_span(day.span),
        message=f"{here}, but {usual} {plural(usual, 'date')} like “{example}”",
        help="write all days in one form",
        related=tuple(Related(field.file_span(day.span), "here too") for field, day in others[1:]),
    )


RULE = Rule("D107", "date-style", Severity.NOTE, check, languages=ENGLISH)
