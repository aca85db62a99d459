"""Runs of Han, Kana and Hangul in a text, each with its language: fonts and screen readers need to know."""

import re
from collections.abc import Iterator

from briefgen.frozen import Frozen

DEFAULT_HAN = "zh-Hans"

_HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
)
_KANA = "\u3041-\u309f\u30a0-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_HANGUL = "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3\ua960-\ua97c\ud7b0-\ud7fb"
# Punctuation between two such characters belongs to the run.
_BETWEEN = "\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff0f\uff1a-\uff20\u30fb\u00b7“”‘’\u2014"
_RUN = re.compile(f"[{_HAN}{_KANA}{_HANGUL}](?:[{_BETWEEN}\\s\\d]*[{_HAN}{_KANA}{_HANGUL}])*[\u3002\uff01\uff1f]?")
_PHONETIC = re.compile(f"(?P<kana>[{_KANA}])|(?P<hangul>[{_HANGUL}])")


class Run(Frozen):
    """A run of a text in one language, as BCP 47."""

    start: int
    end: int
    language: str


def find_runs(text: str, han: str = DEFAULT_HAN) -> Iterator[Run]:
    """Yield the foreign runs of a text in order; `han` decides Han characters that both scripts share."""
    for match in _RUN.finditer(text):
        yield Run(match.start(), match.end(), _language(match.group(), han))


def _language(run: str, han: str) -> str:
    phonetic = _PHONETIC.search(run)
    if phonetic is not None:
        return "ja" if phonetic["kana"] else "ko"
    match _fits(run, "gb2312"), _fits(run, "big5"):
        case True, False:
            return "zh-Hans"
        case False, True:
            return "zh-Hant"
        case _:
            return han


def _fits(run: str, encoding: str) -> bool:
    """Say whether a national standard has all characters of a run.

    GB 2312 (1980) holds the simplified characters, Big5 (1984) the traditional ones; what both hold, or
    neither, does not tell the scripts apart.
    """
    try:
        "".join(character for character in run if character.isalpha()).encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
