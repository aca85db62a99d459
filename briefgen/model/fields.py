"""The kinds of value that fields hold, each with its own words for what does not fit."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic.annotated_handlers import GetJsonSchemaHandler
from pydantic.functional_validators import BeforeValidator
from pydantic.json_schema import JsonSchemaValue, WithJsonSchema
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import CoreSchema

from briefgen.model.dates import DateError, PartialDate, parse_date
from briefgen.model.urls import MAX_LENGTH, UrlError, parse_url

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-[A-Za-z0-9]{5,8})*")
SOURCE_KEY = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_.:/+-]{0,62}[A-Za-z0-9])?")
IMAGE_FILE = re.compile(r"""(?!.*(?:^|/)\.)[^\\/:*?"<>|][^\\:*?"<>|]*\.(?:png|jpe?g|webp)""", re.IGNORECASE)
THEME_NAME = re.compile(r"[a-z][a-z0-9-]*")
THEME_VALUE = re.compile(r"""(?!.*(?:url|expression|image)\s*\()[-#\w ,.'"()%/]{1,200}""", re.IGNORECASE)
EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")
# A star stands for a word, or for the end of one. Longer phrases than this would be slow to look for.
PHRASE = re.compile(r"(?=.{1,100}$)(?=.*\w)(?:\*|[^\s*]+\*?)(?: (?:\*|[^\s*]+\*?)){0,7}")
MAX_NUMBER = 9_999_999


_IMAGE = r"""^(?!.*(^|/)\.)[^\\/:*?"<>|][^\\:*?"<>|]*\.(png|jpe?g|webp|PNG|JPE?G|WEBP)$"""
_DAY = r"^\d{4}-\d{2}-\d{2}$"


def misfit(message: str, hint: str) -> PydanticCustomError:
    """Make the error of a value that does not fit; the message follows the name of the field."""
    return PydanticCustomError("misfit", "{message}", {"message": message, "hint": hint})


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise misfit(f"is {describe(value)}, expected text", "write the text after the colon, or below it after `|`")
    if not value.strip():
        raise misfit("is empty", "fill it in, or delete the key")
    return value


def _line(value: object) -> str:
    text = _text(value)
    if len(text.strip().splitlines()) > 1:
        raise misfit("runs over several lines", "write it on one line")
    return text


def describe(value: object) -> str:
    """Say what kind of thing a value is, as the author would."""
    match value:
        case None:
            return "empty"
        case dict():
            return "a group of keys"
        case list() | tuple():
            return "a list"
        case str() if value.strip():
            return "text"
        case _:
            return "empty"


def _date(value: object) -> PartialDate:
    text = _text(value)
    try:
        return parse_date(text)
    except DateError as error:
        reason = "expected a date" if str(error).startswith("“") else str(error)
        raise misfit(f"is “{text.strip()[:40]}”, {reason}", error.hint) from error


def _day(value: object) -> date:
    found = _date(value)
    if found.year is None or found.month is None or found.day is None:
        raise misfit(f"is “{value}”, expected a day", "write year, month, day: `2023-05-12`")
    return date(found.year, found.month, found.day)


def _number(value: object) -> int:
    text = _text(value).strip()
    if not re.fullmatch(r"\d{1,7}", text):
        raise misfit(f"is “{text[:40]}”, expected a whole number", "write digits only: `133`")
    if text != str(int(text)):
        raise misfit(f"is “{text}”, which YAML may read as another number", f"write `{int(text)}`")
    return int(text)


def _flag(value: object) -> bool:
    match value:
        case "true" | "True" | "TRUE":
            return True
        case "false" | "False" | "FALSE":
            return False
        case str() if value.lower() in {"yes", "no", "on", "off", "y", "n"}:
            raise misfit(f"is “{value}”, expected true or false", "write `true` or `false`")
        case _:
            raise misfit(f"is {describe(value)}, expected true or false", "write `true` or `false`")


def _url(value: object) -> str:
    text = _text(value)
    try:
        return parse_url(text)
    except UrlError as error:
        raise misfit(f"is {error}", error.hint) from error


def _matching(pattern: re.Pattern[str], expected: str, hint: str) -> BeforeValidator:
    def check(value: object) -> str:
        text = _line(value).strip()
        if not pattern.fullmatch(text):
            raise misfit(f"is “{text[:60]}”, expected {expected}", hint)
        return text

    return BeforeValidator(check)


@dataclass(frozen=True, slots=True)
class OrShort:
    """Lets a schema accept a short form too: a name for a person, nothing for an empty list."""

    types: tuple[str, ...]

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the schema of the long form or the short ones."""
        return {"anyOf": [handler(core), *({"type": name} for name in self.types)]}


def listed(value: object) -> Any:  # noqa: ANN401 - handed on to the validator of a list
    """Take nothing for an empty list; everything else is judged by the list's own validator."""
    return () if value is None else value


# Editors type an unquoted `1984`, `2023` or `no` before they look at the schema; briefgen takes all of them as text.
_WORDS = ["string", "number", "boolean"]
Text = Annotated[str, BeforeValidator(_text), WithJsonSchema({"type": _WORDS, "pattern": r"\S"})]
Line = Annotated[str, BeforeValidator(_line), WithJsonSchema({"type": _WORDS, "pattern": r"^\s*\S[^\n]*\s*$"})]
AnyDate = Annotated[
    PartialDate,
    BeforeValidator(_date),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": r"^(undated|\d{4}(-\d{2}(-\d{2})?)?)$",
            "description": "A date to the day, the month or the year, or `undated`.",
        }
    ),
]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date", "pattern": _DAY})]
Number = Annotated[
    int,
    BeforeValidator(_number),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": MAX_NUMBER}),
]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]
Url = Annotated[
    str,
    BeforeValidator(_url),
    WithJsonSchema(
        {"type": "string", "format": "uri", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://", "maxLength": MAX_LENGTH}
    ),
]
Language = Annotated[
    str,
    _matching(LANGUAGE, "a language tag", "write `en`, `zh-Hans`, `pt-BR`"),
    WithJsonSchema({"type": "string", "pattern": f"^{LANGUAGE.pattern}$"}),
]
ImageFile = Annotated[
    str,
    _matching(IMAGE_FILE, "a PNG, JPEG or WebP inside the publication", "write it like `images/kiel.jpg`"),
    WithJsonSchema({"type": "string", "pattern": _IMAGE}),
]
Email = Annotated[
    str,
    _matching(EMAIL, "a mail address", "write it like `news@example.org`"),
    WithJsonSchema({"type": "string", "format": "email"}),
]
SourceKey = Annotated[
    str, _matching(SOURCE_KEY, "up to 64 letters, digits and - _ . : / +", "write it like `xinhua-big-data`")
]
Phrase = Annotated[
    str,
    _matching(PHRASE, "up to 8 words, with `*` for a word or its end", "write it like `Taiwan Straits` or `organis*`"),
    WithJsonSchema({"type": _WORDS, "pattern": f"^{PHRASE.pattern}$"}),
]
ThemeName = Annotated[str, _matching(THEME_NAME, "small letters, digits and hyphens", "write it like `accent`")]
ThemeValue = Annotated[str, _matching(THEME_VALUE, "a colour or font names", 'write it like `"#0b5c4a"`')]
