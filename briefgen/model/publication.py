"""The record of a publication: masthead, house style and settings."""

from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Annotated, Literal, Self

from msgspec import Meta, Struct, field
from msgspec.structs import replace

from briefgen.model.fields import (
    ONE_OR_MORE,
    Email,
    Flag,
    FontFile,
    ImageFile,
    LabelName,
    Language,
    Line,
    StylesheetFile,
    Text,
    ThemeName,
    ThemeValue,
    Url,
    short_for,
)

Format = Literal["html", "markdown", "pdf"]
Paper = Literal["a4", "letter"]
DEFAULT_FORMATS: tuple[Format, ...] = ("html", "markdown", "pdf")
Level = Literal["error", "warning", "note", "off"]
TitleCase = Literal["ap", "chicago"]
UNNAMED = "Newsletter"


class Mail(Struct, frozen=True, kw_only=True):
    """Addresses of the mailed edition."""

    from_address: Annotated[Email | None, Meta(description="The sender: `news@example.org`; has no effect yet.")] = (
        field(name="from", default=None)
    )
    reply_to: Annotated[Email | None, Meta(description="Where answers go; has no effect yet.")] = None


class Style(Struct, frozen=True, kw_only=True):
    """The house style; what is left out follows the majority in each issue."""

    citations: Annotated[
        Literal["inline", "notes"],
        Meta(description="Parentheses in the text, or numbered notes at the end of each item."),
    ] = "inline"
    year: Annotated[
        Literal["elide", "always"],
        Meta(description="Leave the year out if and only if it is the issue's own, or always print it."),
    ] = "elide"
    order: Annotated[
        Literal["written", "date"],
        Meta(description="Parts of a group as written, or oldest first and undated last."),
    ] = "written"
    position: Annotated[
        Literal["before", "after"] | None,
        Meta(description="Set groups before or after the full stop; left out, they stay where they were written."),
    ] = None
    months: Annotated[
        Literal["full", "abbreviated"],
        Meta(description="`September` or `Sept.`; March to July are never cut (AP style)."),
    ] = "full"
    quotes: Annotated[
        Literal["curly", "straight"] | None,
        Meta(description="The marks that `quote-style` asks for; nothing is changed in print."),
    ] = None
    dash: Annotated[
        Literal["em", "en"] | None,
        Meta(description="The dash that `dash-style` asks for; nothing is changed in print."),
    ] = None
    title_case: Annotated[
        TitleCase | None,
        Meta(
            description="The capitals that `heading-case` asks for: "
            "AP has “Over” and “With” where Chicago has “over” and “with”."
        ),
    ] = None
    state_media: Annotated[
        Literal["label", "ignore"],
        Meta(description="Say in the list of sources which outlets a state or a ruling party controls."),
    ] = "label"


class Series(Struct, frozen=True, kw_only=True):
    """How issues are numbered."""

    gaps: Annotated[Flag, Meta(description="Numbers may be left out without a warning.")] = False


class Acronyms(Struct, frozen=True, kw_only=True):
    """Short forms that this newsletter's readers know."""

    known: Annotated[
        tuple[Line, ...],
        Meta(
            description="Never reported as unexplained; of `UK` and `U.K.`, the one that stands here is the house form."
        ),
    ] = ()


class Names(Struct, frozen=True, kw_only=True):
    """Names that look like slips and are none."""

    known: Annotated[tuple[Line, ...], Meta(description="Never taken for another name with a slip in it.")] = ()


class Attribution(Struct, frozen=True, kw_only=True):
    """Phrases for witnesses without a name that the house has its own use for."""

    allowed: Annotated[tuple[Line, ...], Meta(description="Never reported as vague: `reportedly`, `critics say`.")] = ()


class PerFile(Struct, frozen=True, kw_only=True):
    """Settings for some of the issues."""

    files: Annotated[
        tuple[Line, ...],
        ONE_OR_MORE,
        Meta(description='Names of issue files, with `*`, `?` and `[…]` as in a shell: `"12*.yaml"`.'),
    ]
    select: Annotated[
        tuple[Line, ...], Meta(description="The rules to run in these files, in place of the publication's `select`.")
    ] = ()
    ignore: Annotated[
        tuple[Line, ...], Meta(description="Rules that are quiet in these files, beside the publication's own.")
    ] = ()
    severity: Annotated[
        Mapping[Line, Level], Meta(description="Severity in these files, over the publication's own.")
    ] = {}
    reason: Annotated[Text | None, Meta(description="Why; for whoever reads the settings next.")] = None

    def matches(self, name: str) -> bool:
        """Return whether the settings apply to an issue file; patterns may include the folder `issues/`."""
        return any(fnmatchcase(form, glob) for glob in self.files for form in (name, f"issues/{name}"))


class Validation(Struct, frozen=True, kw_only=True):
    """Which rules speak, and how loudly."""

    select: Annotated[
        tuple[Line, ...],
        Meta(description="Codes, names or prefixes of the rules to run; left out, all but those in preview."),
    ] = ()
    ignore: Annotated[
        tuple[Line, ...],
        Meta(description="Rules that stay quiet, by code, name or prefix: `[E1, distant-citation]`."),
    ] = ()
    severity: Annotated[Mapping[Line, Level], Meta(description="Severity by code or name; `off` silences a rule.")] = {}
    fail_on: Annotated[
        Literal["error", "warning", "note"], Meta(description="The least severity that makes the exit code 1.")
    ] = "error"
    require_reason: Annotated[Flag, Meta(description="An `ignore:` without a reason is an error.")] = False
    per_file: Annotated[
        tuple[PerFile, ...],
        Meta(description="Other settings for some of the issues; of two entries for one issue, the later wins."),
    ] = ()

    def for_file(self, name: str) -> Self:
        """Return the effective settings for an issue file, given its name without folder."""
        settings = self
        for entry in self.per_file:
            if entry.matches(name):
                settings = replace(
                    settings,
                    select=entry.select or settings.select,
                    ignore=(*settings.ignore, *entry.ignore),
                    severity={**settings.severity, **entry.severity},
                )
        return settings


class Logo(Struct, frozen=True, kw_only=True):
    """The picture in the masthead."""

    file: Annotated[ImageFile, Meta(description="The picture, from the folder of issues: `images/logo.png`.")]
    dark: Annotated[
        ImageFile | None, Meta(description="The same for a dark screen; left out, `file` is shown there too.")
    ] = None
    place: Annotated[
        Literal["beside", "instead"],
        Meta(description="Beside the name of the newsletter, or instead of it: then the picture must show the name."),
    ] = "beside"

    @property
    def files(self) -> tuple[str, ...]:
        """The files of the logo and its variants."""
        return (self.file, self.dark) if self.dark else (self.file,)


class BuildOptions(Struct, frozen=True, kw_only=True):
    """What a build makes and in which colours."""

    formats: Annotated[
        tuple[Format, ...], Meta(description="What `briefgen build` makes when no `--format` is given.")
    ] = DEFAULT_FORMATS
    theme: Annotated[
        Mapping[ThemeName, ThemeValue], Meta(description='CSS custom properties: `accent: "#0b5c4a"`.')
    ] = {}
    paper: Annotated[Paper, Meta(description="The sheet of the PDF.")] = "a4"
    stylesheet: Annotated[
        StylesheetFile | None,
        Meta(description="CSS of your own, from the publication's root; it follows briefgen's, in page and PDF."),
    ] = None
    fonts: Annotated[
        tuple[FontFile, ...],
        Meta(description="Static TTF or OTF files in `fonts/` at the publication's root, one for each face."),
    ] = ()
    system_fonts: Annotated[
        Flag,
        Meta(
            description="Let the computer's fonts draw Chinese, Japanese and Korean, each in its own forms, and what "
            "no other font has. Another computer may then make other bytes."
        ),
    ] = False


class Publication(Struct, frozen=True, kw_only=True):
    """The newsletter; every key has a default."""

    name: Annotated[Line, Meta(description="The newsletter's name, as in the masthead.")] = UNNAMED
    tagline: Annotated[Line | None, Meta(description="The line below the name in the masthead.")] = None
    publisher: Annotated[Line | None, Meta(description="Who publishes it, if not under its own name.")] = None
    url: Annotated[Url | None, Meta(description="Where the site will stand: `https://news.example.org/`.")] = None
    language: Annotated[
        Language, Meta(description="The language of the newsletter; decides labels, dates, marks and direction.")
    ] = "en"
    labels: Annotated[
        Mapping[LabelName, Line], Meta(description="Other words for what briefgen prints: `contents: This month`.")
    ] = {}
    email: Annotated[Mail, Meta(description="Addresses of the mailed edition; has no effect yet.")] = Mail()
    logo: Annotated[
        Logo | None,
        short_for("file"),
        Meta(description="The picture in the masthead: `images/logo.png`, or `{file: …, dark: …, place: instead}`."),
    ] = None
    style: Annotated[Style, Meta(description="The house style: citations, dates, quotation marks.")] = Style()
    series: Annotated[Series, Meta(description="How issues are numbered.")] = Series()
    acronyms: Annotated[Acronyms, Meta(description="Acronyms that your readers know.")] = Acronyms()
    names: Annotated[Names, Meta(description="Names that only look like slips.")] = Names()
    attribution: Annotated[
        Attribution, Meta(description="Phrases for witnesses without a name that the house allows.")
    ] = Attribution()
    validation: Annotated[Validation, Meta(description="Which rules speak, and how loudly.")] = field(
        name="validate", default=Validation()
    )
    build: Annotated[BuildOptions, Meta(description="What a build makes, and its colours.")] = BuildOptions()
