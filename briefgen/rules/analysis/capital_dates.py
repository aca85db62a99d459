"""Finds months and weekdays with a capital in the dates of languages that write them small: `10 de Mayo de 2026`."""

import re
from collections.abc import Iterator

from briefgen.manuscript import FieldText
from briefgen.prose import PROSE_BLOCKS
from briefgen.rules.analysis.foreign_days import find_all_days, find_foreign_days
from briefgen.rules.vocabulary.calendar_names import CALENDARS
from briefgen.yamltext import Span, SpanSet

SMALL = ("es", "fr", "it")
"""Not Portuguese, which wrote months with a capital until its last reform, as some papers still do."""

# Days that are names of holidays, of events and of streets.
_NAMED = {
    "es": {
        (1, 5), (2, 5), (5, 5), (10, 5), (24, 3), (2, 4), (14, 4), (19, 4), (25, 5), (20, 6), (5, 7), (9, 7), (20, 7),
        (26, 7), (28, 7), (17, 8), (11, 9), (15, 9), (16, 9), (18, 9), (12, 10), (17, 10), (20, 11), (6, 12), (8, 3),
    },
    "fr": {(1, 5), (8, 5), (10, 5), (18, 6), (14, 7), (4, 9), (11, 9), (11, 11), (21, 4), (6, 2), (22, 3), (8, 3)},
    "it": {(25, 4), (1, 5), (2, 6), (20, 9), (4, 11), (8, 3), (8, 9), (25, 7), (4, 5), (7, 4)},
}  # fmt: skip
# A street, a square or a movement is called by a day: “Avenida 9 de Julio”, “la Revolución del 25 de Mayo”.
_IN_NAME = (
    r"(?:\A|[^\w\s]\s|(?<=\S\s)[^\W\d_a-zà-ÿ][\w’.]*\s(?:(?:del|de|du|di|al)\s)?"
    r"|\b(?i:av\.|avenida|avenue|barrio|bulevar|calle|corso|piazza|place|plaza|rue|viale?)\s(?:(?:del|de|du)\s)?)\Z"
)
_SMALL_BEFORE = r"[a-zà-ÿ]+\s\Z"
_NEAR = 40


def find_capitals(field: FieldText) -> Iterator[Span]:
    """Yield the months and weekdays with a capital that are certain to be a slip."""
    if field.language not in SMALL:
        return
    calendar, text = CALENDARS[field.language], field.own_words
    verbatim = SpanSet(field.verbatim)
    with_weekday = {each.span.end: each.start for each in find_foreign_days(text, calendar)}
    for day in find_all_days(text, calendar):
        block = field.prose.block_at(day.span.start)
        if block is None or block.kind not in PROSE_BLOCKS or verbatim.covers(day.span):
            continue
        start = with_weekday.get(day.span.end, day.span.start)
        before = text[max(block.span.start, start - _NEAR) : start]
        if start < day.span.start and text[start].isupper() and re.search(_SMALL_BEFORE, before):
            yield _word(text, start)
        month = re.search(rf"(?i)\b{calendar.months[day.month - 1]}\b", day.span.of(text))
        is_capital = month is not None and month.group()[0].isupper() and month.group()[1:].islower()
        is_named = (day.day, day.month) in _NAMED[field.language] or re.search(_IN_NAME, before)
        if month is not None and is_capital and (day.year or start < day.span.start or not is_named):
            yield Span(day.span.start + month.start(), day.span.start + month.end())


def _word(text: str, start: int) -> Span:
    found = re.compile(r"[\w-]+").match(text, start)
    return Span(start, found.end() if found else start)
