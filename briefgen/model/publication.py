"""The newsletter that issues belong to: its masthead and its house style."""

from collections.abc import Mapping
from fnmatch import fnmatchcase
from types import MappingProxyType
from typing import Annotated, Literal, Self

from briefgen.model.fields import Email, Flag, ImageFile, Language, Line, Text, ThemeName, ThemeValue, Url
from briefgen.model.record import Record
from briefgen.model.shapes import Key, ShortForm

Format = Literal["html", "markdown", "pdf"]
DEFAULT_FORMATS: tuple[Format, ...] = ("html", "markdown", "pdf")
Level = Literal["error", "warning", "note", "off"]
TitleCase = Literal["ap", "chicago"]
UNNAMED = "Newsletter"


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

    known: tuple[Line, ...] = ()
    """Never reported as unexplained; of `UK` and `U.K.`, the one that stands here is the house form."""


class Names(Record):
    """Names that look like slips and are none."""

    known: tuple[Line, ...] = ()
    """Never taken for another name with a slip in it."""


class Attribution(Record):
    """Phrases for witnesses without a name that the house has its own use for."""

    allowed: tuple[Line, ...] = ()
    """Never reported as vague: `reportedly`, `critics say`."""


def _alone(value: object) -> object:
    return [value] if isinstance(value, str) else value


class PerFile(Record):
    """Settings for some of the issues."""

    files: Annotated[tuple[Line, ...], ShortForm("string", _alone)]
    """Names of issue files, with `*`, `?` and `[…]` as in a shell: `"12*.yaml"`."""
    select: tuple[Line, ...] = ()
    """The rules to run in these files, in place of the publication's `select`."""
    ignore: tuple[Line, ...] = ()
    """Rules that are quiet in these files, beside the publication's own."""
    severity: Mapping[Line, Level] = MappingProxyType({})
    """Severity in these files, over the publication's own."""
    reason: Text | None = None
    """Why; for whoever reads the settings next."""

    def matches(self, name: str) -> bool:
        """Say whether the settings are meant for an issue file; a pattern may name its folder too."""
        return any(fnmatchcase(form, glob) for glob in self.files for form in (name, f"issues/{name}"))


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
    per_file: tuple[PerFile, ...] = ()
    """Other settings for some of the issues; of two entries for one issue, the later wins."""

    def for_file(self, name: str) -> Self:
        """Return the settings for an issue file of a name, without its folder."""
        settings = self
        for entry in self.per_file:
            if entry.matches(name):
                settings = settings._replace(
                    select=entry.select or settings.select,
                    ignore=(*settings.ignore, *entry.ignore),
                    severity={**settings.severity, **entry.severity},
                )
        return settings


class BuildOptions(Record):
    """What a build makes and in which colours."""

    formats: tuple[Format, ...] = DEFAULT_FORMATS
    theme: Mapping[ThemeName, ThemeValue] = MappingProxyType({})
    """CSS custom properties: `accent: "#0b5c4a"`."""


class Publication(Record):
    """The newsletter; every key has a default."""

    name: Line = UNNAMED
    tagline: Line | None = None
    publisher: Line | None = None
    url: Url | None = None
    """Where the site will stand."""
    language: Language = "en"
    email: Mail = Mail()
    logo: ImageFile | None = None
    style: Style = Style()
    series: Series = Series()
    acronyms: Acronyms = Acronyms()
    names: Names = Names()
    attribution: Attribution = Attribution()
    validation: Annotated[Validation, Key("validate")] = Validation()
    build: BuildOptions = BuildOptions()
