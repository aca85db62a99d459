"""Field types: how each is parsed, and its JSON Schema."""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated

from msgspec import Meta

from briefgen.expressions import expression
from briefgen.model.dates import DateError, PartialDate, parse_date
from briefgen.model.field_error import FieldError, describe
from briefgen.model.field_hints import (
    NOTHING,
    Suggestion,
    suggest_country,
    suggest_email,
    suggest_host,
    suggest_image,
    suggest_key,
    suggest_language,
    suggest_ratio,
    suggest_theme_key,
)
from briefgen.model.nearest import nearest
from briefgen.model.printed_labels import LABEL_NAMES
from briefgen.model.urls import MAX_LENGTH, UrlError, parse_link, parse_url

LONGEST_HEADER = 900
"""A line of a mail may have 998 characters (RFC 5322, section 2.1.1)."""
MAX_NUMBER = 9_999_999
MAX_FIGURES = 7
MAX_SUFFIX = 2
MAX_PATTERNED = 1_000
"""The longest value, in characters, in which a date, a file name, a language or the like is looked for."""

# These patterns mean the same in Python and JavaScript, so briefgen and the schema share them.
# Country codes that people confuse with language codes, and that are not language codes themselves; codes of three
# letters for languages that have one of two.
_NO_LANGUAGE = (
    "(?:[Cc][Nn]|[Jj][Pp]|[Uu][Aa]|[Ee][Nn][Gg]|[Gg][Ee][Rr]|[Dd][Ee][Uu]|[Ff][Rr][EeAa]|[Ss][Pp][Aa]|[Ii][Tt][Aa]"
    "|[Cc][Hh][Ii]|[Zz][Hh][Oo]|[Jj][Pp][Nn]|[Kk][Oo][Rr]|[Rr][Uu][Ss]|[Pp][Oo][Rr]|[Pp][Oo][Ll])"
)
_REGION = r"(?:(?![Uu][Kk](?:-|$))[A-Za-z]{2}|\d{3})"
_LANGUAGE = rf"(?!{_NO_LANGUAGE}(?:-|$))[A-Za-z]{{2,3}}(?:-[A-Za-z]{{4}})?(?:-{_REGION})?(?:-[A-Za-z0-9]{{5,8}})*"
_SOURCE_KEY = r"[A-Za-z0-9](?:[A-Za-z0-9_.:/+-]{0,62}[A-Za-z0-9])?"
_IMAGE_TYPE = "(?:[Pp][Nn][Gg]|[Jj][Pp][Ee]?[Gg]|[Ww][Ee][Bb][Pp])"
_IMAGE_FILE = rf"""(?!.*(?:^|/)\.)[^\\/:*?"<>|][^\\:*?"<>|]*\.{_IMAGE_TYPE}"""
_COUNTRY = r"(?!UK$)[A-Z]{2}|INT"
_HOST = r"(?:[^\s/:@.]+\.)+[^\s/:@.]{2,}"
_PART = r"[1-9]\d{0,3}(?:\.\d{1,3})?"
_RATIO = rf"{_PART}:{_PART}"
_MIDDLE, _PERCENT = "cent(?:re|er)", r"(?:100|\d{1,2})%"
_FOCUS = (
    rf"(?:(?:left|right|{_MIDDLE})(?: (?:top|bottom|{_MIDDLE}))?|(?:top|bottom)(?: (?:left|right|{_MIDDLE}))?"
    rf"|{_MIDDLE} (?:left|right)|{_PERCENT} {_PERCENT})"
)
_FONT_FILE = r"(?:fonts/)?[^/\\\x00-\x1f]{1,200}\.(?:[tT][tT][fF]|[oO][tT][fF])"
_STYLESHEET_FILE = r"""(?!.*(?:^|/)\.)[^\\/:*?"<>|][^\\:*?"<>|]*\.[cC][sS][sS]"""
_THEME_NAME = r"[a-z][a-z0-9-]*"
_EMAIL = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}"
# What stands in a merge tag: no quotation mark, which would end the attribute of a link.
_TAG = r"""[^"<>&{}*%\[\]\r\n]{1,100}"""
_MERGE_TAG = (
    r"(?:"
    + "|".join(
        f"{start}{_TAG}{end}"
        for start, end in (
            (r"\{\{", r"\}\}"), (r"\{\{\{", r"\}\}\}"), (r"\{%", r"%\}"), (r"\*\|", r"\|\*"), ("%%", "%%"), ("%", "%"),
            (r"\[", r"\]"), (r"\$\{", r"\}"), (r"\{\$", r"\}"),
        )
    )
    + ")"
)  # fmt: skip
_UNSUBSCRIBE = rf"(?:[Hh][Tt][Tt][Pp][Ss]?://.+|mailto:.+|{_MERGE_TAG})"
# `*` stands for a word or the end of one. Longer phrases would be slow to search for.
_PHRASE = r"(?=.{1,100}$)(?:\*|[^\s*]+\*?)(?: (?:\*|[^\s*]+\*?)){0,7}"
# The schema has weaker versions of these two: in JavaScript `\w` is ASCII, and no part of a pattern ignores case.
_WORDY_PHRASE = rf"(?=.*\w){_PHRASE}"
# Characters of regular expressions that do not occur in phrases.
_SIGNS = frozenset("\\.(?|[{^$")
_EXPRESSION = expression(r"\\[bBdDsSwW]|\.[*+]|\(\?|\w\?(?=\w|$)|\w\|\w|\[[^\]\s]+\]|[\w)]\{\d|^\^|\$$")
_THEME_VALUE = r"""(?i)(?!.*(?:url|expression|image)\s*\()[-#\w ,.'"()%/]{1,200}"""

_DAY_HINT = "write year, month, day: `2023-05-12`"
_EMPTY_HINT = "fill it in, or delete the key"
_UNSUBSCRIBE_HINT = "write it like `https://news.example.org/unsubscribe` or `{{ unsubscribe_url }}`"
_LINE_HINT = "write it on one line"
_PHRASE_WORDS = ("up to 8 words, with `*` for a word or its end", "write it like `Taiwan Straits` or `organis*`")


def short_for(key: str) -> Meta:
    """Return a mark that accepts a plain text in place of a group with this one key."""
    return Meta(extra={"expand": lambda text: {key: text}})


ONE_OR_MORE = Meta(extra={"expand": lambda text: [text]})
"""A mark that accepts a plain text in place of a list with one entry."""


def _value(read: Callable[[object], object], **schema: object) -> Meta:
    """Return the mark of a scalar type; `read` parses a value or raises a `FieldError`."""
    return Meta(extra={"read": read}, extra_json_schema=schema)


def _patterned(
    pattern: str,
    expected: str,
    hint: str,
    suggest: Callable[[str], Suggestion] | None = None,
    then: Callable[[str], str] = str,
    **schema: object,
) -> Meta:
    """Return the mark of a line that matches a pattern; editors show the same error message as briefgen.

    `suggest` returns a more specific suggestion for a text that does not match; `then` normalizes one that does.
    """
    described = {"type": "string", "pattern": f"^{pattern}$", "patternErrorMessage": _advise(expected, hint)}
    return _value(_matching(pattern, expected, hint, suggest, then), **described, **schema)


def _matching(
    pattern: str,
    expected: str,
    hint: str,
    suggest: Callable[[str], Suggestion] | None = None,
    then: Callable[[str], str] = str,
) -> Callable[[object], str]:
    def read(value: object) -> str:
        text = _line(value).strip()
        is_short = len(text) <= MAX_PATTERNED
        if not is_short or not re.fullmatch(pattern, text):
            found = suggest(text) if suggest and is_short else NOTHING
            raise FieldError(f"is “{text[:60]}”, expected {expected}", found.advice or hint, instead=found.instead)
        return then(text)

    return read


def _advise(expected: str, hint: str) -> str:
    """Join the message and the hint of a `FieldError` on one line."""
    return f"expected {expected}; {hint}"


def normalize_language_tag(tag: str) -> str:
    """Write a tag with the usual capitals: `ZH-hans-cn` becomes `zh-Hans-CN`."""
    first, *rest = tag.split("-")
    capitals = {2: str.upper, 4: str.title}
    return "-".join([first.lower(), *(capitals.get(len(each), str.lower)(each) for each in rest)])


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise FieldError(f"is {describe(value)}, expected text", wanted="text")
    if not value.strip():
        raise FieldError("is empty", wanted="text")
    return value


def _line(value: object) -> str:
    text = _text(value)
    if len(text.strip().splitlines()) > 1:
        raise FieldError("runs over more than one line", _LINE_HINT)
    return text


def _date(value: object, *, to_the_day: bool = False) -> PartialDate:
    text = _text(value)
    if len(text.strip()) > MAX_PATTERNED:
        raise FieldError(f"is “{text.strip()[:40]}”, expected a date", "write year, month, day: `2023-05-12`")
    try:
        return parse_date(text, to_the_day=to_the_day)
    except DateError as error:
        reason = "expected a date" if str(error).startswith("“") else str(error)
        raise FieldError(f"is “{text.strip()[:40]}”, {reason}", error.hint, instead=error.instead) from error


def _day(value: object) -> date:
    found = _date(value, to_the_day=True)
    if found.year is None or found.month is None or found.day is None:
        raise FieldError(f"is “{value}”, expected a day", _DAY_HINT)
    return date(found.year, found.month, found.day)


def _number(value: object) -> int:
    text = _text(value).strip()
    if not re.fullmatch(r"\d{1,7}", text):
        text = text[:MAX_PATTERNED]
        figures = re.findall(r"\d+", re.sub(r"(?<=\d)[.,]0+$", "", text))
        correction = str(int(figures[0])) if len(figures) == 1 and len(figures[0]) <= MAX_FIGURES else ""
        hint = f"write digits only: `{correction or 133}`"
        raise FieldError(f"is “{text[:40]}”, expected a whole number", hint, instead=correction)
    if text != str(int(text)):
        raise FieldError(f"is “{text}”, which YAML can read as a different number", f"write `{int(text)}`")
    return int(text)


def _flag(value: object) -> bool:
    match value:
        case "true" | "True" | "TRUE":
            return True
        case "false" | "False" | "FALSE":
            return False
        case str() if value.lower() in {"yes", "no", "on", "off", "y", "n"}:
            correction = "true" if value.lower() in {"yes", "on", "y"} else "false"
            raise FieldError(f"is “{value}”, expected true or false", f"write `{correction}`", instead=correction)
        case _:
            raise FieldError(f"is {describe(value)}, expected true or false", "write `true` or `false`")


def _url(value: object) -> str:
    text = _text(value)
    try:
        return parse_url(text)
    except UrlError as error:
        raise FieldError(f"is {error}", error.hint, instead=error.instead) from error


def _unsubscribe(value: object) -> str:
    text = _line(value).strip()
    if re.fullmatch(_MERGE_TAG, text):
        return text
    if len(text) > LONGEST_HEADER:
        raise FieldError(f"is an address of {len(text)} characters", f"the limit is {LONGEST_HEADER}")
    try:
        return parse_link(text)
    except UrlError as error:
        raise FieldError(f"is {error}", error.hint if "://" in text else _UNSUBSCRIBE_HINT) from error


def is_merge_tag(text: str) -> bool:
    """Return whether a text has the form of a merge tag, which a mailing service replaces."""
    return re.fullmatch(_MERGE_TAG, text) is not None


def _phrase(value: object) -> str:
    text = _line(value).strip()
    if not _SIGNS.isdisjoint(text) and _EXPRESSION.search(text):
        hint = "write each spelling separately: `[harbor, harbour]`"
        raise FieldError("is a regular expression, expected words", hint)
    return _matching(_WORDY_PHRASE, *_PHRASE_WORDS)(text)


def _any_text(value: object) -> str:
    if not isinstance(value, str):
        raise FieldError(f"is {describe(value)}, expected text", "write it after the colon, in quotation marks")
    return value


def _suffix(value: object) -> str:
    text = _line(value)
    if len(text) > MAX_SUFFIX:
        raise FieldError(f"is longer than {MAX_SUFFIX} characters", "shorten it")
    return text


def _label_name(value: object) -> str:
    if value in LABEL_NAMES:
        return str(value)
    guess = nearest(str(value), LABEL_NAMES)
    raise FieldError("is not a label", f"did you mean `{guess}`?" if guess else "docs/languages.md lists the labels")


# Editors resolve an unquoted `1984`, `2023` or `no` before applying the schema; briefgen accepts them as text.
_WORDS = ["string", "number", "boolean"]
Text = Annotated[str, _value(_text, type=_WORDS, pattern=r"\S", patternErrorMessage=_advise("text", _EMPTY_HINT))]
Line = Annotated[
    str,
    _value(_line, type=_WORDS, pattern=r"^\s*\S[^\n]*\s*$", patternErrorMessage=_advise("text", _LINE_HINT)),
]
AnyText = Annotated[str, _value(_any_text, type="string")]
"""Text that may be empty."""
AnyDate = Annotated[
    PartialDate,
    _value(
        _date,
        type=["string", "integer"],
        pattern=r"^(undated|\d{4}(-\d{2}(-\d{2})?)?)$",
        patternErrorMessage=_advise("a date", _DAY_HINT),
    ),
]
Day = Annotated[
    date,
    _value(
        _day,
        type="string",
        format="date",
        pattern=r"^\d{4}-\d{2}-\d{2}$",
        patternErrorMessage=_advise("a day", _DAY_HINT),
    ),
]
Number = Annotated[int, _value(_number, type="integer", minimum=0, maximum=MAX_NUMBER)]
Flag = Annotated[bool, _value(_flag, type="boolean")]
Url = Annotated[
    str,
    _value(
        _url,
        type="string",
        format="uri",
        pattern="^[Hh][Tt][Tt][Pp][Ss]?://",
        patternErrorMessage=_advise("a web address", "write it like `https://example.org/`"),
        maxLength=MAX_LENGTH,
    ),
]
Language = Annotated[
    str,
    _patterned(
        _LANGUAGE, "a language tag", "write `en`, `zh-Hans`, `pt-BR`", suggest_language, then=normalize_language_tag
    ),
]


def is_image_file(text: str) -> bool:
    """Return whether a text is a valid path of a picture."""
    return len(text) <= MAX_PATTERNED and re.fullmatch(_IMAGE_FILE, text) is not None


ImageFile = Annotated[
    str,
    _patterned(
        rf"(?:\./)?{_IMAGE_FILE}",
        "a PNG, JPEG or WebP inside the publication",
        "write it like `images/kiel.jpg`",
        suggest_image,
        lambda path: path.removeprefix("./"),
    ),
]
Country = Annotated[
    str,
    _patterned(_COUNTRY, "a two-letter country code, or `INT`", "write it like `DE` or `GB`", suggest_country),
]
Host = Annotated[str, _patterned(_HOST, "a host name", "write it like `wsj.com`", suggest_host)]
Ratio = Annotated[
    str, _patterned(_RATIO, "width and height as a ratio", "write it like `16:9` or `1:1`", suggest_ratio)
]
Focus = Annotated[
    str,
    _patterned(_FOCUS, "the part to keep in sight", "write it like `top`, `centre left` or `30% 20%`"),
]
FontFile = Annotated[str, _patterned(_FONT_FILE, "the name of a file in `fonts/`", "write it like `Amiri-Regular.ttf`")]
StylesheetFile = Annotated[
    str, _patterned(_STYLESHEET_FILE, "a CSS file inside the publication", "write it like `templates/house.css`")
]
Email = Annotated[
    str, _patterned(_EMAIL, "a mail address", "write it like `news@example.org`", suggest_email, format="email")
]
MergeTag = Annotated[
    str,
    _patterned(
        _MERGE_TAG, "a merge tag without quotation marks or angle brackets", "write it like `{{ unsubscribe_url }}`"
    ),
]
Unsubscribe = Annotated[
    str,
    _value(
        _unsubscribe,
        type="string",
        pattern=f"^{_UNSUBSCRIBE}$",
        patternErrorMessage=_advise("a web address, a `mailto:` address or a merge tag", _UNSUBSCRIBE_HINT),
    ),
]
SourceKey = Annotated[
    str,
    _patterned(
        _SOURCE_KEY,
        "up to 64 letters, digits and - _ . : / +",
        "write it like `xinhua-big-data`",
        suggest_key,
    ),
]
LabelName = Annotated[str, _value(_label_name, enum=list(LABEL_NAMES))]
Suffix = Annotated[str, _value(_suffix, type="string", maxLength=MAX_SUFFIX)]
ThemeName = Annotated[
    str, _patterned(_THEME_NAME, "small letters, digits and hyphens", "write it like `accent`", suggest_theme_key)
]
ThemeValue = Annotated[
    str, _value(_matching(_THEME_VALUE, "a colour or font names", 'write it like `"#0b5c4a"`'), type=_WORDS)
]
Phrase = Annotated[
    str,
    _value(
        _phrase,
        type=_WORDS,
        pattern=f"^{_PHRASE}$",
        patternErrorMessage=_advise(*_PHRASE_WORDS),
    ),
]
