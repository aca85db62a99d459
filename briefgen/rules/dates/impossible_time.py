"""A time of day that no clock shows: “13 p.m.”, “9:75”.

Readers miss the meeting. In English, hours end at 12 behind “a.m.” and “p.m.”; without them, only times behind “at”
and “until” are looked at, so that scores, ratios, verses and places in a video do not count. In the other languages
below, a time is what they say to be one, as in “25.75 Uhr”, “a las 25:90” and 13時75分. Quotations are left alone.

Bad:
    briefs:
      - title: Talks Begin
        body: |
          The talks begin at 13:30 p.m., and not at 9:75.

Reports:
    4:26 no clock shows “13:30 p.m.”
    4:49 no clock shows “9:75”

Good:
    briefs:
      - title: Talks Begin
        body: |
          The talks begin at 1:30 p.m., and not at 9:15.

Bad:
    # publication.yaml: {language: de}
    briefs:
      - title: Beginn der Gespräche
        body: |
          Die Gespräche beginnen um 25.15 Uhr.

Reports:
    5:33 no clock shows “25.15 Uhr”

Good:
    # publication.yaml: {language: de}
    briefs:
      - title: Beginn der Gespräche
        body: |
          Die Gespräche beginnen um 15.15 Uhr.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.own_matches import OwnMatch, as_own, find_own
from briefgen.rules.analysis.own_texts import own_texts
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.clock_times import TIMES

_TIME = Pattern(
    r"(?<![\w.,:/$£€-])(?:"
    r"(?P<half>(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d))?\s?(?P<part>[ap])(?:\.m\.|m(?!\w)))"
    r"|(?:(?<=[Aa]t )|(?<=until ))(?P<whole>\d\d?:\d\d)(?![\d:%/]|\.\d|\s?[-–]\s?\d|\s?[ap]\.?m))",
    literals=("am", "pm", "a.m", "p.m", "until ", *(f"t {digit}" for digit in range(10))),
    reach=24,
)
_ENDINGS = tuple(f"{part}{mark}" for part in ("am", "pm", "a.m.", "p.m.") for mark in ("", ".", ",", ")", ";"))
_PARTS = [[part] for part in _ENDINGS]
_HOURS, _MINUTES, _NOON = 24, 60, 12


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield times that do not exist."""
    yield from _check_foreign(manuscript)
    for found in find_own(manuscript, _TIME, likely=_may_have_times, when=_is_impossible):
        if manuscript.language_at(found.path) != "en":
            continue
        span = found.span("half" if found["half"] else "whole")
        yield Finding(span=span, message=f"no clock shows “{found.written(span)}”", help=_advise(found))


def _check_foreign(manuscript: Manuscript) -> Iterator[Finding]:
    for path, text in own_texts(manuscript):
        pattern = TIMES.get(manuscript.language_at(path))
        for match in pattern.finditer(text) if pattern else ():
            hour, minute = int(match["hour"]), int(match["minute"])
            # “24.00 Uhr” is midnight.
            is_right = minute < _MINUTES and (hour < _HOURS or (hour == _HOURS and not minute))
            found = None if is_right else as_own(manuscript, path, match)
            if found is not None:
                span = found.span("time")
                message = f"no clock shows “{found.written(span)}”"
                yield Finding(span=span, message=message, help="check it against the source")


def _may_have_times(text: str) -> bool:
    """Return whether a word or two read like a time."""
    words = text.split()
    figures = [at for at, word in enumerate(words) if word[:1].isdigit()]
    return any(
        ":" in words[at][1:-1] or words[at].endswith(_ENDINGS) or words[at + 1 : at + 2] in _PARTS for at in figures
    )


def _is_impossible(match: re.Match[str]) -> bool:
    if match["half"]:
        return int(match["hour"]) > _NOON or int(match["minute"] or 0) >= _MINUTES
    hour, minute = map(int, match["whole"].split(":"))
    # “At 39:18” is a place in a video.
    return hour < _HOURS and minute >= _MINUTES


def _advise(found: OwnMatch) -> str:
    hour, minute = int(found["hour"] or 0), found["minute"]
    if _NOON < hour < _HOURS and found["part"] == "p" and int(minute or 0) < _MINUTES:
        written = found["half"].replace(found["hour"], str(hour - _NOON), 1)
        return f"write “{' '.join(written.split())}”"
    return "check it against the source"


RULE = Rule("D109", "impossible-time", Severity.WARNING, check, languages=("en", *TIMES))
