"""The record of an issue as its author wrote it; contains nothing derived."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal

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
from briefgen.model.nearest import nearest

# A string, so that `re` compiles it on first use: citations in a title; they are reported there.
_CITED = r"\s*(?:\[[@^][^\]]*\]|\([^()]*, [^()]*\d\)(?=\s*\Z))"


class Ignore(Struct, frozen=True, kw_only=True):
    """A report to silence, and why."""

    rule: Annotated[Line, Meta(description="Code or name of the rule: `C104` or `unused-source`.")]
    match: Annotated[Text | None, Meta(description="Silence only the report on these words.")] = None
    reason: Annotated[Text | None, Meta(description="Why; for the next reader of the file.")] = None


Ignores = Annotated[
    tuple[Annotated[Ignore, short_for("rule")], ...],
    ONE_OR_MORE,
    Meta(description="Rules to silence here, by code or name: `C104`, or `{rule: C104, reason: …}`."),
]


class Person(Struct, frozen=True, kw_only=True):
    """An author."""

    name: Annotated[Line, Meta(description="The name, as printed in the byline.")]
    bio: Annotated[Text | None, Meta(description="One sentence about the author, printed below the item.")] = None
    url: Annotated[Url | None, Meta(description="The author's own page; the byline links to it.")] = None


Author = Annotated[Person, short_for("name")]


class Image(Struct, frozen=True, kw_only=True):
    """A picture inside the publication. Only decoration may have an empty alt text."""

    file: Annotated[ImageFile, Meta(description="Path, starting from `issues/`: `images/kiel.jpg`.")]
    alt: Annotated[
        AnyText | None, Meta(description='What the picture shows, for people who cannot see it; `""` for decoration.')
    ] = None
    caption: Annotated[Text | None, Meta(description="The line below the picture.")] = None
    credit: Annotated[
        Line | None, Meta(description="Who took or owns the picture, as printed: `Jane Doe/Reuters`.")
    ] = None
    crop: Annotated[
        Crop | None,
        short_for("ratio"),
        Meta(description="The part of the picture to show: `16:9`, or `{ratio: 16:9, focus: top}`."),
    ] = None
    ignore: Ignores = ()


class Archived(Struct, frozen=True, kw_only=True):
    """A copy of a source in an archive."""

    url: Annotated[Url, Meta(description="The address of the copy: `https://web.archive.org/web/2023/https://…`.")]
    date: Annotated[Day, Meta(description="The day the copy was saved: `2023-05-12`.")]


class Source(Struct, frozen=True, kw_only=True):
    """A cited work."""

    outlet: Annotated[Line, Meta(description="Who published it, preferably under a name in the register of outlets.")]
    date: Annotated[
        AnyDate | None, Meta(description="When it was published: `2021-05-29`, `2021-05`, `2021` or `undated`.")
    ] = None
    title: Annotated[Line | None, Meta(description="The headline as published.")] = None
    translated_title: Annotated[
        Line | None, Meta(description="The headline in the newsletter's language, if it was published in another.")
    ] = None
    language: Annotated[Language | None, Meta(description="The language of the source: `zh-Hans`.")] = None
    author: Annotated[Line | None, Meta(description="Who wrote it, if it has a byline.")] = None
    url: Annotated[Url | None, Meta(description="The address that citations link to.")] = None
    archived: Annotated[Archived | None, Meta(description="A copy in a web archive, in case the page disappears.")] = (
        None
    )
    accessed: Annotated[Day | None, Meta(description="The day you last read it: `2023-05-12`.")] = None
    suffix: Annotated[
        Suffix | None, Meta(description="A letter to tell apart sources of the same outlet and day: `a`.")
    ] = None
    dead: Annotated[Flag, Meta(description="The page is gone: citations link to the archived copy.")] = False
    background: Annotated[Flag, Meta(description="Deliberately listed without being cited.")] = False
    print: Annotated[Flag, Meta(description="Exists only on paper, so it has no address.")] = False
    interview: Annotated[Flag, Meta(description="Was said to the author, so it has no address.")] = False
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
        tuple[Author, ...], Meta(description="Everyone who wrote it, in byline order; use it instead of `author`.")
    ] = ()
    image: Annotated[Image | None, Meta(description="The picture at the top of the item.")] = None
    images: Annotated[
        tuple[Image, ...], Meta(description="Several pictures at the top of the item; use it instead of `image`.")
    ] = ()
    body: Annotated[Text, Meta(description="The text: Markdown with citations, indented below `body: |`.")]
    language: Annotated[
        Language | None,
        Meta(
            description="The language of the item: `fr`. In an item written in letters, `ja`, `ko` and `zh-Hant` "
            "mean the Han characters in it."
        ),
    ] = None
    analysis: Annotated[
        Flag,
        Meta(
            description="The author's own reasoning: uncited paragraphs, figures and vague attributions in it are not "
            "reported."
        ),
    ] = False
    ignore: Ignores = ()

    def __post_init__(self) -> None:
        """Refuse two kinds of byline, or two kinds of pictures, at once."""
        if self.author and self.authors:
            raise FieldError("has both `author` and `authors`", "keep one of the two", at=("authors",))
        if self.image and self.images:
            raise FieldError("has both `image` and `images`", "keep one of the two", at=("images",))

    @property
    def bylines(self) -> tuple[Person, ...]:
        """The authors of the item, in order."""
        return (self.author,) if self.author else self.authors

    @property
    def pictures(self) -> tuple[tuple[tuple[str | int, ...], Image], ...]:
        """The pictures at the head of the item, each with its path below the item."""
        if self.image:
            return ((("image",), self.image),)
        return tuple((("images", index), image) for index, image in enumerate(self.images))


class Brief(Article, frozen=True, kw_only=True):
    """A short item."""

    section: Annotated[
        Line | None,
        Meta(description="The heading to print it under, together with other briefs of the same `section`: `Economy`."),
    ] = None


class Feature(Article, frozen=True, kw_only=True):
    """The long item that opens the issue; it must have an author."""

    def __post_init__(self) -> None:
        """Require a byline."""
        super().__post_init__()
        if not self.bylines:
            raise FieldError("has no `author`", "add `author: {name: …, bio: …}`")


class Correction(Struct, frozen=True, kw_only=True):
    """What was wrong, and when it was corrected; printed in every output, unless it is minor."""

    date: Annotated[Day, Meta(description="The day of the correction: `2023-05-12`.")]
    text: Annotated[Text, Meta(description="What was wrong, and what is right.")]
    item: Annotated[
        Line | None,
        Meta(description="The item that was wrong, to show the correction there too: `feature`, or a brief's title."),
    ] = None
    minor: Annotated[
        Flag,
        Meta(description="A slip that misled nobody, such as a typo: on record here, but not printed."),
    ] = False


class IssueMail(Struct, frozen=True, kw_only=True):
    """How this issue differs from the publication's other emails."""

    body: Annotated[
        Literal["full", "teaser"] | None,
        Meta(description="The whole issue, or the beginning of each item with a link to the page."),
    ] = None


class Issue(Struct, frozen=True, kw_only=True):
    """One issue of the newsletter."""

    number: Annotated[Number, Meta(description="The number of the issue: `133`.")]
    date: Annotated[Day, Meta(description="The date of the issue: `2023-05-12`.")]
    summary: Annotated[
        Text | None,
        Meta(
            description="One or two sentences that describe the issue, for search results and as the email's preheader."
        ),
    ] = None
    subject: Annotated[
        Line | None,
        Meta(description="The email's subject; by default the publication's name, the number and the feature's title."),
    ] = None
    email: Annotated[IssueMail, Meta(description="How this issue differs from the publication's other emails.")] = (
        IssueMail()
    )
    image: Annotated[Image | None, Meta(description="The picture at the top of the issue.")] = None
    feature: Annotated[Feature, Meta(description="The long item that opens the issue.")]
    briefs: Annotated[
        tuple[Brief, ...],
        Meta(description="The short items, in order; those with the same `section` are printed together."),
    ] = ()
    sources: Annotated[
        Mapping[SourceKey, Source],
        Meta(description="The works cited, each under the key used to cite it: `welt-kiel` for `[@welt-kiel]`."),
    ] = {}
    corrections: Annotated[tuple[Correction, ...], Meta(description="Corrections made after the issue came out.")] = ()
    draft: Annotated[
        Flag,
        Meta(description="Not ready to publish: built only when named, and ignored by the checks of other issues."),
    ] = False
    cutoff: Annotated[
        Day | None, Meta(description="The latest date that sources may have; by default the issue's own.")
    ] = None
    ignore: Ignores = ()

    def __post_init__(self) -> None:
        """Ask for items that are there."""
        known = {"feature", *(name for item in self.items for name in _names(item))}
        for index, correction in enumerate(self.corrections):
            if correction.item is not None and _fold(correction.item) not in known:
                titles = [item.title for item in self.items]
                begun = [title for title in titles if _fold(title).startswith(f"{_fold(correction.item)} ")]
                meant = nearest(correction.item, ["feature", *titles]) or (begun[0] if len(begun) == 1 else None)
                hint = f"did you mean “{meant}”?" if meant else "write `feature`, or the title of a brief"
                message = f"has a correction to “{correction.item}”, which is not an item"
                raise FieldError(message, hint, at=("corrections", index, "item"))

    @property
    def public_corrections(self) -> Mapping[int, Correction]:
        """The corrections that readers see, all but minor ones, by their place in `corrections`."""
        return {index: each for index, each in enumerate(self.corrections) if not each.minor}

    def corrections_of(self, item: Article) -> tuple[int, ...]:
        """Return the places of the printed corrections that name an item."""
        names = {*_names(item), *(("feature",) if item is self.feature else ())}
        named = ((index, correction.item) for index, correction in self.public_corrections.items())
        return tuple(index for index, name in named if name is not None and _fold(name) in names)

    @property
    def modified(self) -> Day:
        """The day of the last printed correction; without one, the issue's own date."""
        return max([self.date, *(each.date for each in self.public_corrections.values())])

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
        sections = [_fold(brief.section) for brief in self.briefs]
        return sorted(range(len(sections)), key=lambda index: sections.index(sections[index]))


def _names(item: Article) -> set[str]:
    """Return what a correction may call an item: its title, also without a citation, which does not belong there."""
    title = item.title
    return {_fold(title), _fold(re.sub(_CITED, "", title))} if "[" in title or title.endswith(")") else {_fold(title)}


def _fold(words: str | None) -> str:
    """Normalize the headings of a section for comparison: ignores case and spacing."""
    return " ".join((words or "").split()).casefold()
