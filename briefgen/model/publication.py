"""The newsletter that issues belong to: its masthead and its house style."""

from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Annotated, Any, Literal, Self

from pydantic.fields import Field
from pydantic.functional_validators import BeforeValidator

from briefgen.model.fields import (
    Email,
    Flag,
    ImageFile,
    Language,
    Line,
    OrShort,
    Text,
    ThemeName,
    ThemeValue,
    Url,
    listed,
)
from briefgen.model.record import Record

Format = Literal["html", "markdown", "pdf"]
DEFAULT_FORMATS: tuple[Format, ...] = ("html", "markdown", "pdf")
Level = Literal["error", "warning", "note", "off"]
TitleCase = Literal["ap", "chicago"]
UNNAMED = "Newsletter"
Lines = Annotated[tuple[Line, ...], BeforeValidator(listed), OrShort(("null",))]


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
    """The marks that `quote-style` asks for; nothing is changed in print."""
    dash: Literal["em", "en"] | None = None
    """The dash that `dash-style` asks for; nothing is changed in print."""
    title_case: TitleCase | None = None
    """The capitals that `heading-case` asks for: AP has “Over” and “With” where Chicago has “over” and “with”."""
    state_media: Literal["label", "ignore"] = "label"
    """Say in the list of sources which outlets a state or a ruling party controls."""


class Series(Record):
    """How the numbers run."""

    gaps: Flag = False
    """Numbers may be left out without a warning."""


class Acronyms(Record):
    """Short forms that need no words with this newsletter's readers."""

    known: Lines = ()
    """Never reported as unexplained; of `UK` and `U.K.`, the one that stands here is the house form."""


class Names(Record):
    """Names that look like slips and are none."""

    known: Lines = ()
    """Never taken for another name with a slip in it."""


class Attribution(Record):
    """Phrases for witnesses without a name that the house has its own use for."""

    allowed: Lines = ()
    """Never reported as vague: `reportedly`, `critics say`."""


def _one_or_more(value: object) -> Any:  # noqa: ANN401 - judged by the validator of the list
    return (value,) if isinstance(value, str) else value


class PerFile(Record):
    """Settings for some of the issues."""

    files: Annotated[tuple[Line, ...], BeforeValidator(_one_or_more), OrShort(("string",))]
    """Names of issue files, with `*`, `?` and `[…]` as in a shell: `"12*.yaml"`."""
    select: Lines = ()
    """The rules to run in these files, in place of the publication's `select`."""
    ignore: Lines = ()
    """Rules that are quiet in these files, beside the publication's own."""
    severity: Mapping[Line, Level] = Field(default_factory=dict)
    """Severity in these files, over the publication's own."""
    reason: Text | None = None
    """Why; for whoever reads the settings next."""

    def matches(self, name: str) -> bool:
        """Say whether the settings are meant for an issue file; a pattern may name its folder too."""
        return any(fnmatchcase(form, glob) for glob in self.files for form in (name, f"issues/{name}"))


class Validation(Record):
    """Which rules speak, and how loudly."""

    select: Lines = ()
    """Codes, names or prefixes of the rules to run; left out, all but those in preview."""
    ignore: Lines = ()
    severity: Mapping[Line, Level] = Field(default_factory=dict)
    """Severity by code or name; `off` silences a rule."""
    fail_on: Literal["error", "warning", "note"] = "error"
    """The least severity that makes the exit code 1."""
    require_reason: Flag = False
    """An `ignore:` without a reason is an error."""
    per_file: Annotated[tuple[PerFile, ...], BeforeValidator(listed), OrShort(("null",))] = ()
    """Other settings for some of the issues; of two entries for one issue, the later wins."""

    def for_file(self, name: str) -> Self:
        """Return the settings for an issue file of a name, without its folder."""
        settings = self
        for entry in self.per_file:
            if entry.matches(name):
                settings = settings.replace(
                    select=entry.select or settings.select,
                    ignore=(*settings.ignore, *entry.ignore),
                    severity={**settings.severity, **entry.severity},
                )
        return settings


class BuildOptions(Record):
    """What a build makes and in which colours."""

    formats: Annotated[tuple[Format, ...], BeforeValidator(listed), OrShort(("null",))] = DEFAULT_FORMATS
    theme: Mapping[ThemeName, ThemeValue] = Field(default_factory=dict)
    """CSS custom properties: `accent: "#0b5c4a"`."""


class Publication(Record):
    """The newsletter; every key has a default.

    The defaults are known to be valid and are not validated: that would build five schemas in every run.
    """

    name: Line = UNNAMED
    tagline: Line | None = None
    publisher: Line | None = None
    url: Url | None = None
    """Where the site will stand."""
    language: Language = "en"
    email: Mail = Field(default_factory=Mail.model_construct)
    logo: ImageFile | None = None
    style: Style = Field(default_factory=Style.model_construct)
    series: Series = Field(default_factory=Series.model_construct)
    acronyms: Acronyms = Field(default_factory=Acronyms.model_construct)
    names: Names = Field(default_factory=Names.model_construct)
    attribution: Attribution = Field(default_factory=Attribution.model_construct)
    validation: Validation = Field(default_factory=Validation.model_construct, alias="validate")
    build: BuildOptions = Field(default_factory=BuildOptions.model_construct)
