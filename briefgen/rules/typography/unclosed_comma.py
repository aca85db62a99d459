"""A comma before a state or a name, without the second comma after it.

“Tacoma, Washington and Fuzhou” reads like a list of three places. In English, a state after its city takes a comma on
both sides, and so does a name after a full title. The rule checks larger American cities and counties with their
states, and titles at the beginning of a sentence, and nothing else. It found one place in 25,000 words of control
texts, rightly.

Bad:
    briefs:
      - title: Ties
        body: |
          Tacoma, Washington and Fuzhou have been partners since 1994 (NYT, May 8).

          The Chief of the Naval Staff, Admiral Amjad Niazi attended (NYT, May 8).

Reports:
    4:15 no comma after “Washington” to match the one before it
    6:37 no comma after “Admiral Amjad Niazi” to match the one before it

Fixed:
    briefs:
      - title: Ties
        body: |
          Tacoma, Washington, and Fuzhou have been partners since 1994 (NYT, May 8).

          The Chief of the Naval Staff, Admiral Amjad Niazi, attended (NYT, May 8).
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import FieldText, Manuscript
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.american_cities import CITIES, STATES
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Edit, Span

_STATE = r", (?P<name>(?:(?:New|North|South|West|Rhode) )?[A-Z][a-z]+)(?= [a-z]+\b(?!-))"
_NAMES_BEFORE = r"(?:[A-Z][\w.]* )*[A-Z][\w.]*$"
_LONGEST_CITY = 3
# “In Houston, Texas is a way of life”: after an opening phrase the comma is complete.
_OPENING = frozenset({"In", "From", "At"})
_TITLES = (
    "Admiral|Ambassador|Chair|Chairman|Chairwoman|Chancellor|Chief|Commander|Commissioner|Director|General|Governor|"
    "Head|King|Mayor|Minister|Premier|President|Queen|Secretary|Speaker|Spokesman|Spokesperson|Spokeswoman"
)
_VERBS = "[a-z]+ed|said|says|told|met|led|held|went|took|made|gave|wrote|has|had|was|is|will|would"
_SMALL = "of|the|for|and|on|in|to"
_NAME = (
    rf"(?:The|Its|Their|[A-Z][\w-]+[’']s) (?=[^,.]*\b(?:{_TITLES})\b)"
    rf"(?:(?:[A-Z][\w’-]*+|{_SMALL}) ){{0,11}}[A-Z][\w’-]*+, "
    rf"(?P<name>[A-Z][\w.’-]*+(?: [A-Z][\w.’-]*+){{1,5}}) (?:{_VERBS})\b"
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield states and names with one comma where two belong."""
    for item in manuscript.fields:
        text = item.own_words
        for match in re.finditer(_STATE, text):
            if match["name"] in STATES and _follows_city(text, match.start()):
                yield _report(item, match)
        for span in item.prose.sentences:
            named = re.compile(_NAME).match(text, span.start, span.end) if _may_name(span.of(text)) else None
            if named:
                yield _report(item, named)


def _may_name(sentence: str) -> bool:
    """Return whether a sentence has what `_NAME` needs; few have, so this is much faster."""
    title, _, name = sentence.partition(", ")
    is_led_in = title.startswith(("The ", "Its ", "Their ")) or "’s " in title or "'s " in title
    return is_led_in and name[:1].isupper() and any(each in title for each in _TITLES.split("|"))


def _follows_city(text: str, end: int) -> bool:
    """Return whether a city or county ends at a position, and is not an entire opening phrase."""
    before = re.search(_NAMES_BEFORE, text[max(0, end - 40) : end])
    words = before.group().split() if before else []
    for count in range(1, min(len(words), _LONGEST_CITY) + 1):
        name = " ".join(words[-count:])
        if name in CITIES or (count > 1 and words[-1] == "County"):
            return not (len(words) > count and words[-count - 1] in _OPENING)
    return False


def _report(item: FieldText, match: re.Match[str]) -> Finding:
    end = item.file_span(Span(match.end("name"), match.end("name")))
    return Finding(
        span=item.file_span(Span(*match.span("name"))),
        message=f"no comma after “{match['name']}” to match the one before it",
        help=f"write “{match['name']},”",
        fix=Fix("add a comma", (Edit(end, ","),), is_safe=False),
    )


RULE = Rule("T112", "unclosed-comma", Severity.WARNING, check, languages=ENGLISH)
