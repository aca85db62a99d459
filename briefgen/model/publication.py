"""The newsletter that issues belong to: its masthead and its house style."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal

from briefgen.model.fields import Email, Flag, ImageFile, Language, Line, ThemeName, ThemeValue, Url
from briefgen.model.record import Record
from briefgen.model.shapes import Key

Format = Literal["html", "markdown", "pdf"]
DEFAULT_FORMATS: tuple[Format, ...] = ("html", "markdown", "pdf")
Level = Literal["error", "warning", "note", "off"]


class Mail(Record):
    """Addresses of the mailed edition."""

    from_address: Annotated[Email | None, Key("from")] = None
    reply_to: Email | None = None


class Style(Record):
    """The house style; what is left out follows the majority in each issue."""

    citations: Literal["inline", "notes"] = "inline"
    """Parentheses in the text, or numbered notes at the end of each item."""
    year: Literal["elide", "always"] = "elide"
    """Leave the year out if and only if it is the issue's own, or always print it."""
    order: Literal["written", "date"] = "written"
    """Parts of a group as written, or oldest first and undated last."""
    position: Literal["before", "after"] | None = None
    """Set groups before or after the full stop; left out, they stay where they were written."""
    months: Literal["full", "abbreviated"] = "full"
    """`September` or `Sept.`; March to July are never cut (AP style)."""
    quotes: Literal["curly", "straight"] | None = None
    dash: Literal["em", "en"] | None = None
    state_media: Literal["label", "ignore"] = "label"
    """Say in the list of sources which outlets a state or a ruling party controls."""


class Series(Record):
    """How the numbers run."""

    gaps: Flag = False
    """Numbers may be left out without a warning."""


class Validation(Record):
    """Which rules speak, and how loudly."""

    select: tuple[Line, ...] = ()
    """Codes, names or prefixes of the rules to run; left out, all but those in preview."""
    ignore: tuple[Line, ...] = ()
    severity: Mapping[Line, Level] = MappingProxyType({})
    """Severity by code or name; `off` silences a rule."""
    fail_on: Literal["error", "warning", "note"] = "error"
    """The least severity that makes the exit code 1."""
    require_reason: Flag = False
    """An `ignore:` without a reason is an error."""


class BuildOptions(Record):
    """What a build makes and in which colours."""

    formats: tuple[Format, ...] = DEFAULT_FORMATS
    theme: Mapping[ThemeName, ThemeValue] = MappingProxyType({})
    """CSS custom properties: `accent: "#0b5c4a"`."""


class Publication(Record):
    """The newsletter; every key has a default."""

    name: Line = "Newsletter"
    tagline: Line | None = None
    publisher: Line | None = None
    url: Url | None = None
    """Where the site will stand."""
    language: Language = "en"
    email: Mail = Mail()
    logo: ImageFile | None = None
    style: Style = Style()
    series: Series = Series()
    validation: Annotated[Validation, Key("validate")] = Validation()
    build: BuildOptions = BuildOptions()
