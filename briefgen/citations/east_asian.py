"""Typed citations in Chinese, Japanese and Korean: what stands around a date there, and slips in what parts it."""

import re
from collections.abc import Callable, Collection

from briefgen.model.months import ERAS
from briefgen.model.nearest import distance, has_syllables

# Strings, so that `re` compiles them on first use: most texts are in other languages.
ERA = rf"(?:{'|'.join(ERAS)})"
_DAY_NAME = r"(?:[月火水木金土日](?:曜日?)?|(?:週|周|星期)[一二三四五六日]|[월화수목금토일](?:요일)?)"
WEEKDAY = rf"(?:\s?\({_DAY_NAME}\)|[月火水木金土日]曜日?|\s?[월화수목금토일]요일)?"
_EDITION = r"(?:朝刊|夕刊|電子版|号外|紙面|社説)"
AFTER_DAY = (
    rf"\s?(?=\S)(?:付け?の?)?(?:{_EDITION}|号)?(?:放送|放映|配信|更新|閲覧|公開|掲載|発行)?(?:[をも]?参照|より)?"
)
"""The edition of a day, as it stands right behind it: `5月11日付朝刊`."""
OF_DAY = rf"(?P<name>[^\s\d,;()][^\d,;()]*?)\s*(?=(?:{ERA}\s?)?\d)"
"""An outlet right before its day: `日本経済新聞5月11日付`."""
DAY_FIRST = r"\s?付け?の?\s*"
"""What joins a day to its outlet: `5月11日付日本経済新聞`."""
LOCATOR = (
    r",\s*(?:第?\s?\d{1,4}(?:\s?[~～〜–-]\s?\d{1,4})?\s?(?:ページ|頁|面|页|版|쪽|면)"
    rf"|{_EDITION}(?:\s?第?\d{{1,3}}(?:面|ページ|頁))?)$"
)
PART_MARK = (
    r"(?:(?<=[日月年일월년付])|(?<=[月火水木金土日]\))|(?<=付[朝夕]刊)|(?<=\d面)),(?=\s*[^\s\d])(?!\s*(?:第\s?\d|朝刊|夕刊|電子版|号外|紙面|社説|pp?\.\s?\d))"
    r"|(?:(?<=[日月年付])|(?<=付[朝夕]刊)|(?<=\d面))[・／。](?=\s*[^\s\d])"
)
"""What parts one source from the next: the comma that also parts outlet and date, or a dot."""
ONLY_DATE = rf"\s*(?:{ERA}\s?)?\d[\d年月日\s년월일]*"
NAMES_MARK = r"\s?[・／]\s?"
_PERSON = r"[^\W\d_]{1,8}(?:[ ・=＝][^\W\d_]{1,8}){0,3}"
_LONGEST_PERSON = 16
_LEAD = r"(?:出典|出所|出处|出處|資料|资料来源|資料來源|引用元?|来源|來源|출처|자료)\s*:\s*"
_UNPARTED = rf"(?P<name>[^\s\d,;()][^\d,;()]*?)\s*(?P<date>(?:{ERA}\s?(?:\d|元)|\d{{1,4}}\s?[年月년월]))"
_EDITION_FIRST = (
    rf"(?P<name>[^\s\d,;()]{{2,80}}?)(?P<edition>{_EDITION})\s*,?\s*(?P<date>(?:{ERA}\s?)?[\d元][\d年月]*日)(?:付け?)?"
)
VAGUE = (
    r"(?P<outlet>[^,;()]{1,80}?),\s*(?:一?昨日|昨夜|本日|今日|今朝|先週|先月|昨天|前天|今天|上周|上週|[月火水木金土日]曜日?"
    r"|同上|前掲)付?"
)
"""What stands in the place of a day."""
_SHORTEST_SLIP = 4


def year_of_era(era: str, year: str) -> int:
    """Return the year of the common calendar: 2026 for 令和8."""
    return ERAS[era] + (1 if year == "元" else int(year))


def is_person(words: str) -> bool:
    """Return whether words in Hanzi, kana or Hangul may be a person, whom no mark tells from others."""
    return len(words) <= _LONGEST_PERSON and has_syllables(words) and re.fullmatch(_PERSON, words) is not None


def is_slip_of(name: str, known: Collection[str]) -> bool:
    """Return whether a name in Hanzi, kana or Hangul differs by one character from a known one: `共同通新`."""
    if len(name) < _SHORTEST_SLIP or not has_syllables(name):
        return False
    return any(abs(len(each) - len(name)) <= 1 and distance(name, each) == 1 for each in known)


def repaired(inside: str, is_known: Callable[[str], bool]) -> str:
    """Return a group without a word for “source” before it, with the edition and commas where they belong."""

    def part(match: re.Match[str]) -> str:
        is_outlet = is_known(match["name"])
        return f"{match['name']}, {match['date']}" if is_outlet else match.group()

    def edition(match: re.Match[str]) -> str:
        is_outlet = is_known(match["name"])
        return f"{match['name']}, {match['date']}付{match['edition']}" if is_outlet else match.group()

    bare = re.sub(_EDITION_FIRST, edition, re.sub(rf"\A\s*{_LEAD}", "", inside))
    return re.sub(_UNPARTED, part, bare)


def with_marks(written: str, comma: str, semicolon: str, marks: str) -> str:
    """Return a group with the commas, semicolons and parentheses of a language."""
    inside = re.sub(r"\s*;\s*", semicolon, re.sub(r"\s*,\s*", comma, written[1:-1]))
    return f"{marks[0]}{inside.strip()}{marks[1]}"
