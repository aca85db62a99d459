"""The kinds of value that fields hold, each with its own words for what does not fit."""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated

from briefgen.model.dates import DateError, PartialDate, parse_date
from briefgen.model.shapes import Misfit, Scalar, describe
from briefgen.model.urls import MAX_LENGTH, UrlError, parse_url

# Patterns are texts: `re` compiles one when it is first asked for it, and keeps it.
LANGUAGE = r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-[A-Za-z0-9]{5,8})*"
SOURCE_KEY = r"[A-Za-z0-9](?:[A-Za-z0-9_.:/+-]{0,62}[A-Za-z0-9])?"
IMAGE_FILE = r"""(?i)(?!.*(?:^|/)\.)[^\\/:*?"<>|][^\\:*?"<>|]*\.(?:png|jpe?g|webp)"""
THEME_NAME = r"[a-z][a-z0-9-]*"
THEME_VALUE = r"""(?i)(?!.*(?:url|expression|image)\s*\()[-#\w ,.'"()%/]{1,200}"""
EMAIL = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}"
# A star stands for a word, or for the end of one. Longer phrases than this would be slow to look for.
PHRASE = r"(?=.{1,100}$)(?=.*\w)(?:\*|[^\s*]+\*?)(?: (?:\*|[^\s*]+\*?)){0,7}"
MAX_NUMBER = 9_999_999
MAX_SUFFIX = 2

_IMAGE = r"""^(?!.*(^|/)\.)[^\\/:*?"<>|][^\\:*?"<>|]*\.(png|jpe?g|webp|PNG|JPE?G|WEBP)$"""
_DAY = r"^\d{4}-\d{2}-\d{2}$"


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Misfit(f"is {describe(value)}, expected text", "write the text after the colon, or below it after `|`")
    if not value.strip():
        raise Misfit("is empty", "fill it in, or delete the key")
    return value


def _line(value: object) -> str:
    text = _text(value)
    if len(text.strip().splitlines()) > 1:
        raise Misfit("runs over several lines", "write it on one line")
    return text


def _date(value: object) -> PartialDate:
    text = _text(value)
    try:
        return parse_date(text)
    except DateError as error:
        reason = "expected a date" if str(error).startswith("“") else str(error)
        raise Misfit(f"is “{text.strip()[:40]}”, {reason}", error.hint) from error


def _day(value: object) -> date:
    found = _date(value)
    if found.year is None or found.month is None or found.day is None:
        raise Misfit(f"is “{value}”, expected a day", "write year, month, day: `2023-05-12`")
    return date(found.year, found.month, found.day)


def _number(value: object) -> int:
    text = _text(value).strip()
    if not re.fullmatch(r"\d{1,7}", text):
        raise Misfit(f"is “{text[:40]}”, expected a whole number", "write digits only: `133`")
    if text != str(int(text)):
        raise Misfit(f"is “{text}”, which YAML may read as another number", f"write `{int(text)}`")
    return int(text)


def _flag(value: object) -> bool:
    match value:
        case "true" | "True" | "TRUE":
            return True
        case "false" | "False" | "FALSE":
            return False
        case str() if value.lower() in {"yes", "no", "on", "off", "y", "n"}:
            raise Misfit(f"is “{value}”, expected true or false", "write `true` or `false`")
        case _:
            raise Misfit(f"is {describe(value)}, expected true or false", "write `true` or `false`")


def _url(value: object) -> str:
    text = _text(value)
    try:
        return parse_url(text)
    except UrlError as error:
        raise Misfit(f"is {error}", error.hint) from error


def _any_text(value: object) -> str:
    if not isinstance(value, str):
        raise Misfit(f"is {describe(value)}, expected text", "write it after the colon, in quotation marks")
    return value


def _suffix(value: object) -> str:
    text = _line(value)
    if len(text) > MAX_SUFFIX:
        raise Misfit(f"is longer than {MAX_SUFFIX} characters", "shorten it")
    return text


def _matching(pattern: str, expected: str, hint: str) -> Callable[[object], str]:
    def check(value: object) -> str:
        text = _line(value).strip()
        if not re.fullmatch(pattern, text):
            raise Misfit(f"is “{text[:60]}”, expected {expected}", hint)
        return text

    return check


# Editors type an unquoted `1984`, `2023` or `no` before they look at the schema; briefgen takes all of them as text.
_WORDS = ["string", "number", "boolean"]
Text = Annotated[str, Scalar(_text, {"type": _WORDS, "pattern": r"\S"})]
Line = Annotated[str, Scalar(_line, {"type": _WORDS, "pattern": r"^\s*\S[^\n]*\s*$"})]
AnyText = Annotated[str, Scalar(_any_text, {"type": "string"})]
"""Text that may be empty."""
AnyDate = Annotated[
    PartialDate,
    Scalar(
        _date,
        {
            "type": ["string", "integer"],
            "pattern": r"^(undated|\d{4}(-\d{2}(-\d{2})?)?)$",
            "description": "A date to the day, the month or the year, or `undated`.",
        },
    ),
]
Day = Annotated[date, Scalar(_day, {"type": "string", "format": "date", "pattern": _DAY})]
Number = Annotated[int, Scalar(_number, {"type": "integer", "minimum": 0, "maximum": MAX_NUMBER})]
Flag = Annotated[bool, Scalar(_flag, {"type": "boolean"})]
Url = Annotated[
    str,
    Scalar(_url, {"type": "string", "format": "uri", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://", "maxLength": MAX_LENGTH}),
]
Language = Annotated[
    str,
    Scalar(
        _matching(LANGUAGE, "a language tag", "write `en`, `zh-Hans`, `pt-BR`"),
        {"type": "string", "pattern": f"^{LANGUAGE}$"},
    ),
]
ImageFile = Annotated[
    str,
    Scalar(
        _matching(IMAGE_FILE, "a PNG, JPEG or WebP inside the publication", "write it like `images/kiel.jpg`"),
        {"type": "string", "pattern": _IMAGE},
    ),
]
Email = Annotated[
    str,
    Scalar(
        _matching(EMAIL, "a mail address", "write it like `news@example.org`"), {"type": "string", "format": "email"}
    ),
]
SourceKey = Annotated[
    str,
    Scalar(
        _matching(SOURCE_KEY, "up to 64 letters, digits and - _ . : / +", "write it like `xinhua-big-data`"),
        {"pattern": f"^{SOURCE_KEY}$"},
    ),
]
Suffix = Annotated[str, Scalar(_suffix, {"type": "string", "maxLength": MAX_SUFFIX})]
ThemeName = Annotated[
    str,
    Scalar(
        _matching(THEME_NAME, "small letters, digits and hyphens", "write it like `accent`"),
        {"pattern": f"^{THEME_NAME}$"},
    ),
]
ThemeValue = Annotated[
    str, Scalar(_matching(THEME_VALUE, "a colour or font names", 'write it like `"#0b5c4a"`'), {"type": _WORDS})
]
Phrase = Annotated[
    str,
    Scalar(
        _matching(
            PHRASE, "up to 8 words, with `*` for a word or its end", "write it like `Taiwan Straits` or `organis*`"
        ),
        {"type": _WORDS, "pattern": f"^{PHRASE}$"},
    ),
]
