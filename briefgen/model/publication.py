"""The record of a publication: masthead, house style and settings."""

from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Annotated, Literal, Self

from msgspec import Meta, Struct, field
from msgspec.structs import replace

from briefgen.model.field_error import FieldError
from briefgen.model.fields import (
    ONE_OR_MORE,
    Email,
    Flag,
    FontFile,
    ImageFile,
    LabelName,
    Language,
    Line,
    MergeTag,
    Number,
    StylesheetFile,
    Text,
    ThemeName,
    ThemeValue,
    Unsubscribe,
    Url,
    short_for,
)

Format = Literal["html", "markdown", "pdf", "email", "text"]
MailBody = Literal["full", "teaser"]
Paper = Literal["a4", "letter"]
DEFAULT_FORMATS: tuple[Format, ...] = ("html", "markdown", "pdf")
Level = Literal["error", "warning", "note", "off"]
TitleCase = Literal["ap", "chicago"]
UNNAMED = "Newsletter"
MOST_ENTRIES = 500


class Mail(Struct, frozen=True, kw_only=True):
    """The issue as an email: who sends it, and what a mailing service fills in."""

    from_address: Annotated[Email | None, Meta(description="The sender: `news@example.org`.")] = field(
        name="from", default=None
    )
    name: Annotated[
        Line | None, Meta(description="The name of the sender, as inboxes show it; by default the newsletter's.")
    ] = None
    reply_to: Annotated[Email | None, Meta(description="Where replies go, if not to `from`.")] = None
    unsubscribe: Annotated[
        Unsubscribe | None,
        Meta(
            description="Where readers unsubscribe: a web address, a `mailto:` address, or the merge tag of a mailing "
            "service, such as `{{ unsubscribe_url }}`."
        ),
    ] = None
    one_click: Annotated[
        Flag,
        Meta(
            description="A POST request to `unsubscribe` unsubscribes its reader without another question (RFC 8058)."
        ),
    ] = False
    merge_tags: Annotated[
        tuple[MergeTag, ...],
        Meta(
            description="What your mailing service fills in, such as `*|FNAME|*`: it stays as it is in mails, and "
            "nothing else in them looks like a merge tag."
        ),
    ] = ()
    body: Annotated[
        MailBody,
        Meta(description="The whole issue, or the beginning of each item with a link to the page, which needs `url`."),
    ] = "full"

    def __post_init__(self) -> None:
        """Require an address that a mail program can send a request to."""
        if self.one_click and not (self.unsubscribe and not self.unsubscribe.startswith(("http:", "mailto:"))):
            raise FieldError(
                "has `one_click`, but no https address to `unsubscribe`",
                "add `unsubscribe`, or delete `one_click`",
                at=("one_click",),
            )


class Style(Struct, frozen=True, kw_only=True):
    """The house style; where a key is left out, rules follow the majority in each issue."""

    citations: Annotated[
        Literal["inline", "notes"],
        Meta(description="Citations in parentheses in the text, or as numbered notes at the end of each item."),
    ] = "inline"
    year: Annotated[
        Literal["elide", "always"],
        Meta(description="`elide` leaves out the year if it is the issue's own; `always` prints every year."),
    ] = "elide"
    order: Annotated[
        Literal["written", "date"],
        Meta(description="The sources in a group as written, or by date: oldest first, undated last."),
    ] = "written"
    position: Annotated[
        Literal["before", "after"] | None,
        Meta(description="Put citations before or after the full stop; by default they stay where they were written."),
    ] = None
    months: Annotated[
        Literal["full", "abbreviated"],
        Meta(description="`September` or `Sept.`; March to July are never abbreviated (AP style)."),
    ] = "full"
    quotes: Annotated[
        Literal["curly", "straight"] | None,
        Meta(description="The quotation marks that the rule `quote-style` wants; it does not change what is printed."),
    ] = None
    dash: Annotated[
        Literal["em", "en"] | None,
        Meta(description="The dash that the rule `dash-style` wants; it does not change what is printed."),
    ] = None
    title_case: Annotated[
        TitleCase | None,
        Meta(
            description="The capitals that the rule `heading-case` wants: AP style has “Over” and “With” where Chicago "
            "style has “over” and “with”."
        ),
    ] = None
    state_media: Annotated[
        Literal["label", "ignore"],
        Meta(description="Label outlets controlled by a state or a ruling party in the list of sources."),
    ] = "label"


class Series(Struct, frozen=True, kw_only=True):
    """How issues are numbered, and what they have in common."""

    gaps: Annotated[Flag, Meta(description="Do not warn when issue numbers are skipped.")] = False
    standing: Annotated[
        tuple[Line, ...],
        Meta(description="The titles of parts that run in many issues in the same words: `[Credits, Last words]`."),
    ] = ()


class Acronyms(Struct, frozen=True, kw_only=True):
    """Acronyms that your readers know."""

    known: Annotated[
        tuple[Line, ...],
        Meta(description="Acronyms that need no explanation. Of `UK` and `U.K.`, the one listed here is house style."),
    ] = ()


class Names(Struct, frozen=True, kw_only=True):
    """Names that look like slips but are right."""

    known: Annotated[tuple[Line, ...], Meta(description="Names that are not misspellings of other names.")] = ()


class Attribution(Struct, frozen=True, kw_only=True):
    """Phrases for unnamed sources that your house style allows."""

    allowed: Annotated[
        tuple[Line, ...], Meta(description="Phrases that are not reported as vague: `reportedly`, `critics say`.")
    ] = ()


class PerFile(Struct, frozen=True, kw_only=True):
    """Settings for some of the issues."""

    files: Annotated[
        tuple[Line, ...],
        ONE_OR_MORE,
        Meta(description='Patterns for the names of issue files, as in a shell: `"12*.yaml"`.'),
    ]
    select: Annotated[
        tuple[Line, ...], Meta(description="The rules to run on these files, instead of the publication's `select`.")
    ] = ()
    ignore: Annotated[
        tuple[Line, ...],
        Meta(description="Rules to silence in these files, in addition to the publication's `ignore`."),
    ] = ()
    severity: Annotated[
        Mapping[Line, Level], Meta(description="The severity of rules in these files; overrides the publication's own.")
    ] = {}
    reason: Annotated[Text | None, Meta(description="Why; for the next reader of the settings.")] = None

    def matches(self, name: str) -> bool:
        """Return whether the settings apply to an issue file; patterns may include the folder `issues/`."""
        return any(fnmatchcase(form, glob) for glob in self.files for form in (name, f"issues/{name}"))


class Validation(Struct, frozen=True, kw_only=True):
    """Which rules run, and how severe their reports are."""

    select: Annotated[
        tuple[Line, ...],
        Meta(description="The rules to run, by code, name or prefix; by default all except those in preview."),
    ] = ()
    ignore: Annotated[
        tuple[Line, ...],
        Meta(description="Rules to silence, by code, name or prefix: `[E1, distant-citation]`."),
    ] = ()
    severity: Annotated[
        Mapping[Line, Level], Meta(description="The severity of rules, by code or name; `off` silences a rule.")
    ] = {}
    fail_on: Annotated[
        Literal["error", "warning", "note"], Meta(description="The lowest severity that makes the exit code 1.")
    ] = "error"
    require_reason: Annotated[Flag, Meta(description="Report an `ignore:` without a reason as an error.")] = False
    per_file: Annotated[
        tuple[PerFile, ...],
        Meta(description="Other settings for some issues; if two entries match an issue, the later one wins."),
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

    file: Annotated[ImageFile, Meta(description="The picture; its path starts from `issues/`: `images/logo.png`.")]
    dark: Annotated[ImageFile | None, Meta(description="The picture for dark mode; by default `file`.")] = None
    place: Annotated[
        Literal["beside", "instead"],
        Meta(description="Put it beside the newsletter's name, or instead of it if the picture shows the name."),
    ] = "beside"

    @property
    def files(self) -> tuple[str, ...]:
        """The files of the logo and its variants."""
        return (self.file, self.dark) if self.dark else (self.file,)


class BuildOptions(Struct, frozen=True, kw_only=True):
    """What a build makes, and its colours and fonts."""

    formats: Annotated[tuple[Format, ...], Meta(description="What `briefgen build` makes without `--format`.")] = (
        DEFAULT_FORMATS
    )
    theme: Annotated[
        Mapping[ThemeName, ThemeValue],
        Meta(description='Colours and font lists, as CSS custom properties: `accent: "#0b5c4a"`.'),
    ] = {}
    paper: Annotated[Paper, Meta(description="The paper size of the PDF.")] = "a4"
    stylesheet: Annotated[
        StylesheetFile | None,
        Meta(description="Your own style sheet, for page and PDF, added after briefgen's: `house.css`."),
    ] = None
    fonts: Annotated[
        tuple[FontFile, ...],
        Meta(description="Static TTF or OTF files in `fonts/`, next to `issues/`; one for each face."),
    ] = ()
    system_fonts: Annotated[
        Flag,
        Meta(
            description="Let the computer's own fonts draw Chinese, Japanese and Korean, each with its own character "
            "forms, and anything no other font has. The output may then differ from one computer to another."
        ),
    ] = False


class Feeds(Struct, frozen=True, kw_only=True):
    """How much feeds have, and how issues are identified in them."""

    entries: Annotated[
        Number, Meta(description="How many issues a feed has at most, or items if it is that of a section or author.")
    ] = 20
    first_url: Annotated[
        Url | None,
        Meta(
            description="The address of the website when its feeds began, if it has moved since. Feed readers then do "
            "not show old issues as new ones."
        ),
    ] = None

    def __post_init__(self) -> None:
        """Require an entry: a feed without any has no date."""
        if not 1 <= self.entries <= MOST_ENTRIES:
            raise FieldError(
                f"is {self.entries}, expected a number from 1 to {MOST_ENTRIES}",
                "feed readers fetch a feed again and again: 20 is usual",
                at=("entries",),
            )


class Publication(Struct, frozen=True, kw_only=True):
    """The newsletter; every key has a default."""

    name: Annotated[Line, Meta(description="The newsletter's name, as in the masthead.")] = UNNAMED
    tagline: Annotated[Line | None, Meta(description="The line below the name in the masthead.")] = None
    publisher: Annotated[Line | None, Meta(description="Who publishes the newsletter, if not under its own name.")] = (
        None
    )
    url: Annotated[Url | None, Meta(description="The address of the website: `https://news.example.org/`.")] = None
    language: Annotated[
        Language,
        Meta(description="The language of the newsletter; it determines labels, dates, punctuation and direction."),
    ] = "en"
    labels: Annotated[
        Mapping[LabelName, Line], Meta(description="Your own words for briefgen's labels: `contents: This month`.")
    ] = {}
    email: Annotated[
        Mail, Meta(description="The issue as an email: who sends it, and what a mailing service fills in.")
    ] = Mail()
    logo: Annotated[
        Logo | None,
        short_for("file"),
        Meta(description="The picture in the masthead: `images/logo.png`, or `{file: …, dark: …, place: instead}`."),
    ] = None
    style: Annotated[Style, Meta(description="The house style: citations, dates, quotation marks.")] = Style()
    series: Annotated[Series, Meta(description="How issues are numbered, and what they have in common.")] = Series()
    acronyms: Annotated[Acronyms, Meta(description="Acronyms that your readers know.")] = Acronyms()
    names: Annotated[Names, Meta(description="Names that look like slips but are right.")] = Names()
    attribution: Annotated[
        Attribution, Meta(description="Phrases for unnamed sources that your house style allows.")
    ] = Attribution()
    validation: Annotated[Validation, Meta(description="Which rules run, and how severe their reports are.")] = field(
        name="validate", default=Validation()
    )
    feeds: Annotated[Feeds, Meta(description="How much feeds have, and how issues are identified in them.")] = Feeds()
    build: Annotated[BuildOptions, Meta(description="What a build makes, and its colours and fonts.")] = BuildOptions()
