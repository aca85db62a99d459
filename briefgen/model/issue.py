"""The record of an issue as its author wrote it; contains nothing derived."""

from collections.abc import Mapping
from typing import Annotated

from msgspec import Meta, Struct

from briefgen.model.crop import Crop
from briefgen.model.field_error import FieldError
from briefgen.model.fields import (
    ONE_OR_MORE,
    AnyDate,
    AnyText,
    Day,
    Flag,
    ImageFile,
    Language,
    Line,
    Number,
    SourceKey,
    Suffix,
    Text,
    Url,
    short_for,
)


class Ignore(Struct, frozen=True, kw_only=True):
    """A report that the author does not want to see, and why."""

    rule: Annotated[Line, Meta(description="Code or name of the rule: `C104` or `unused-source`.")]
    match: Annotated[Text | None, Meta(description="Only the report on these words.")] = None
    reason: Annotated[Text | None, Meta(description="Why; for whoever reads the file next.")] = None


Ignores = Annotated[
    tuple[Annotated[Ignore, short_for("rule")], ...],
    ONE_OR_MORE,
    Meta(description="Rules that stay quiet here, by code or name: `C104`, or `{rule: C104, reason: …}`."),
]


class Person(Struct, frozen=True, kw_only=True):
    """An author."""

    name: Annotated[Line, Meta(description="The name as printed in the byline.")]
    bio: Annotated[Text | None, Meta(description="One sentence about the author, printed below the item.")] = None
    url: Annotated[Url | None, Meta(description="The author's own page; the byline links to it.")] = None


Author = Annotated[Person, short_for("name")]


class Image(Struct, frozen=True, kw_only=True):
    """A picture inside the publication; its alt text may be empty only for decoration."""

    file: Annotated[ImageFile, Meta(description="Path from the folder of issues: `images/kiel.jpg`.")]
    alt: Annotated[
        AnyText | None, Meta(description='What it shows, for those who cannot see it; `""` for decoration.')
    ] = None
    caption: Annotated[Text | None, Meta(description="The line below the picture.")] = None
    credit: Annotated[Line | None, Meta(description="Who took or owns it, as printed: `Jane Doe/Reuters`.")] = None
    crop: Annotated[
        Crop | None,
        short_for("ratio"),
        Meta(description="Show less than the whole picture: `16:9`, or `{ratio: 16:9, focus: top}`."),
    ] = None
    ignore: Ignores = ()


class Archived(Struct, frozen=True, kw_only=True):
    """A copy of a source in an archive."""

    url: Annotated[Url, Meta(description="Address of the copy: `https://web.archive.org/web/2023/https://…`.")]
    date: Annotated[Day, Meta(description="The day it was saved: `2023-05-12`.")]


class Source(Struct, frozen=True, kw_only=True):
    """A cited work."""

    outlet: Annotated[Line, Meta(description="Who published it, best under a name that the register of outlets knows.")]
    date: Annotated[
        AnyDate | None, Meta(description="When it was published: `2021-05-29`, `2021-05`, `2021` or `undated`.")
    ] = None
    title: Annotated[Line | None, Meta(description="The headline as published.")] = None
    translated_title: Annotated[
        Line | None, Meta(description="The headline in the newsletter's language, if it was published in another.")
    ] = None
    language: Annotated[Language | None, Meta(description="The language it is written in: `zh-Hans`.")] = None
    author: Annotated[Line | None, Meta(description="Who wrote it, if a byline says so.")] = None
    url: Annotated[Url | None, Meta(description="The address that citations link to.")] = None
    archived: Annotated[Archived | None, Meta(description="A copy in an archive, for the day the page is gone.")] = None
    accessed: Annotated[Day | None, Meta(description="The day it was last read: `2023-05-12`.")] = None
    suffix: Annotated[
        Suffix | None, Meta(description="A letter that tells this source from another of the same outlet and day.")
    ] = None
    dead: Annotated[Flag, Meta(description="The address is gone: citations link to the archived copy.")] = False
    background: Annotated[Flag, Meta(description="Read, listed, and not cited on purpose.")] = False
    print: Annotated[Flag, Meta(description="On paper only: there is no address.")] = False
    interview: Annotated[Flag, Meta(description="Said to the author: there is no address.")] = False
    note: Annotated[Text | None, Meta(description="For the editor; never printed.")] = None
    ignore: Ignores = ()

    @property
    def address(self) -> str:
        """The URL for readers: the original, or the archived copy if the original is gone; "" if there is neither."""
        if self.archived is not None and (self.dead or self.url is None):
            return self.archived.url
        return self.url or ""


class Article(Struct, frozen=True, kw_only=True):
    """An item of the issue: what the feature and the briefs have in common."""

    title: Annotated[Line, Meta(description="The headline.")]
    deck: Annotated[Text | None, Meta(description="The line below the headline.")] = None
    author: Annotated[Author | None, Meta(description="Who wrote it: a name, or `{name: …, bio: …}`.")] = None
    authors: Annotated[
        tuple[Author, ...], Meta(description="Everyone who wrote it, in the order of the byline; instead of `author`.")
    ] = ()
    image: Annotated[Image | None, Meta(description="The picture at the head of the item.")] = None
    images: Annotated[
        tuple[Image, ...], Meta(description="Several pictures at the head of the item; instead of `image`.")
    ] = ()
    body: Annotated[Text, Meta(description="The text: Markdown with citations, indented below `body: |`.")]
    language: Annotated[
        Language | None,
        Meta(
            description="The language of the item; in one of another script, that of Han characters that do not "
            "tell: `zh-Hans`, `zh-Hant`, `ja`."
        ),
    ] = None
    analysis: Annotated[Flag, Meta(description="The author's own reasoning: rules on evidence are quiet.")] = False
    ignore: Ignores = ()

    def __post_init__(self) -> None:
        """Take one kind of byline, and one of pictures."""
        if self.author and self.authors:
            raise FieldError("has both `author` and `authors`", "keep one of the two", at="authors")
        if self.image and self.images:
            raise FieldError("has both `image` and `images`", "keep one of the two", at="images")

    @property
    def bylines(self) -> tuple[Person, ...]:
        """The authors of the item, in order."""
        return (self.author,) if self.author else self.authors

    @property
    def pictures(self) -> tuple[tuple[tuple[str | int, ...], Image], ...]:
        """The pictures at its head, each with its place below the item."""
        if self.image:
            return ((("image",), self.image),)
        return tuple((("images", index), image) for index, image in enumerate(self.images))


class Brief(Article, frozen=True, kw_only=True):
    """A short item."""

    section: Annotated[
        Line | None,
        Meta(description="The heading that it stands under, with the other briefs of the same `section`: `Economy`."),
    ] = None


class Feature(Article, frozen=True, kw_only=True):
    """The long item that opens the issue; it has an author."""

    def __post_init__(self) -> None:
        """Require a byline."""
        super().__post_init__()
        if not self.bylines:
            raise FieldError("has no `author`", "add `author: {name: …, bio: …}`")


class Correction(Struct, frozen=True, kw_only=True):
    """What was wrong and when it was put right; printed in every output."""

    date: Annotated[Day, Meta(description="The day it was put right: `2023-05-12`.")]
    text: Annotated[Text, Meta(description="What was wrong, and what is right.")]


class Issue(Struct, frozen=True, kw_only=True):
    """One issue of the newsletter."""

    number: Annotated[Number, Meta(description="The number of the issue: `133`.")]
    date: Annotated[Day, Meta(description="The day it comes out: `2023-05-12`.")]
    summary: Annotated[
        Text | None, Meta(description="One or two sentences: the page's description, the email's preheader.")
    ] = None
    subject: Annotated[
        Line | None,
        Meta(
            description="The email's subject; left out, it is made of the publication's name, the number and the "
            "feature's title."
        ),
    ] = None
    image: Annotated[Image | None, Meta(description="The picture at the head of the issue.")] = None
    feature: Annotated[Feature, Meta(description="The long item that opens the issue.")]
    briefs: Annotated[
        tuple[Brief, ...],
        Meta(description="The short items, in order; those of one `section` are printed together."),
    ] = ()
    sources: Annotated[
        Mapping[SourceKey, Source],
        Meta(description="The works cited, each under the key that citations name: `[@welt-kiel]`."),
    ] = {}
    corrections: Annotated[
        tuple[Correction, ...], Meta(description="What was put right after the issue came out.")
    ] = ()
    draft: Annotated[
        Flag,
        Meta(description="Not published yet: built only when it is named, and unknown to all other issues."),
    ] = False
    cutoff: Annotated[
        Day | None, Meta(description="The last day that sources may be dated, when it is not the issue's own.")
    ] = None
    ignore: Ignores = ()

    @property
    def items(self) -> tuple[Article, ...]:
        """The feature, then the briefs, in the order of the outputs."""
        return (self.feature, *(self.briefs[index] for index in self._brief_order))

    @property
    def item_paths(self) -> tuple[tuple[str | int, ...], ...]:
        """The path of each item in the file, in the order of `items`."""
        return (("feature",), *(("briefs", index) for index in self._brief_order))

    @property
    def _brief_order(self) -> list[int]:
        """The indexes of the briefs in output order: section by section, ordered by their first briefs."""
        sections = [fold_section(brief.section) for brief in self.briefs]
        return sorted(range(len(sections)), key=lambda index: sections.index(sections[index]))


def fold_section(section: str | None) -> str:
    """Normalize the name of a section for comparison: ignores case and spacing."""
    return " ".join((section or "").split()).casefold()
