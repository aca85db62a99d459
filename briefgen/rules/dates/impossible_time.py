"""A time of day that no clock shows: “13 p.m.”, “9:75”.

Readers miss the meeting. Behind “a.m.” and “p.m.”, hours end at 12; without them, only times behind “at” and “until”
are looked at, so that scores, ratios, verses and places in a video do not count. Quotations are left alone.

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
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.own_matches import OwnMatch, find_own
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH

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
    for found in find_own(manuscript, _TIME, likely=_may_have_times, when=_is_impossible):
        span = found.span("half" if found["half"] else "whole")
        yield Finding(span=span, message=f"no clock shows “{found.written(span)}”", help=_advise(found))


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


RULE = Rule("D109", "impossible-time", Severity.WARNING, check, languages=ENGLISH)
