"""The newsletter that issues belong to: its masthead and its house style."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic.fields import Field
from pydantic.functional_validators import BeforeValidator

from briefgen.model.fields import Email, Flag, ImageFile, Language, Line, OrShort, ThemeName, ThemeValue, Url, listed
from briefgen.model.record import Record

Format = Literal["html", "markdown", "pdf"]
DEFAULT_FORMATS: tuple[Format, ...] = ("html", "markdown", "pdf")
Level = Literal["error", "warning", "note", "off"]


class Mail(Record):
    """Addresses of the mailed edition."""

    from_address: Email | None = Field(default=None, alias="from")
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

    select: Annotated[tuple[Line, ...], BeforeValidator(listed), OrShort(("null",))] = ()
    """Codes, names or prefixes of the rules to run; left out, all but those in preview."""
    ignore: Annotated[tuple[Line, ...], BeforeValidator(listed), OrShort(("null",))] = ()
    severity: Mapping[Line, Level] = Field(default_factory=dict)
    """Severity by code or name; `off` silences a rule."""
    fail_on: Literal["error", "warning", "note"] = "error"
    """The least severity that makes the exit code 1."""
    require_reason: Flag = False
    """An `ignore:` without a reason is an error."""


class BuildOptions(Record):
    """What a build makes and in which colours."""

    formats: Annotated[tuple[Format, ...], BeforeValidator(listed), OrShort(("null",))] = DEFAULT_FORMATS
    theme: Mapping[ThemeName, ThemeValue] = Field(default_factory=dict)
    """CSS custom properties: `accent: "#0b5c4a"`."""


class Publication(Record):
    """The newsletter; every key has a default.

    The defaults are known to be valid and are not validated: that would build five schemas in every run.
    """

    name: Line = "Newsletter"
    tagline: Line | None = None
    publisher: Line | None = None
    url: Url | None = None
    """Where the site will stand."""
    language: Language = "en"
    email: Mail = Field(default_factory=Mail.model_construct)
    logo: ImageFile | None = None
    style: Style = Field(default_factory=Style.model_construct)
    series: Series = Field(default_factory=Series.model_construct)
    validation: Validation = Field(default_factory=Validation.model_construct, alias="validate")
    build: BuildOptions = Field(default_factory=BuildOptions.model_construct)
