"""What the author of an issue wrote, typed; nothing derived."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from briefgen.model.fields import (
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
)
from briefgen.model.record import Record
from briefgen.model.shapes import Misfit, ShortForm


def _named(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


def _ruled(value: object) -> object:
    return {"rule": value} if isinstance(value, str) else value


def _alone(value: object) -> object:
    return [value] if isinstance(value, str) else value


class Ignore(Record):
    """A report the author does not want to see, and why."""

    rule: Line
    """Code or name of a rule: `C104` or `unused-source`."""
    match: Text | None = None
    """Only the report on these words."""
    reason: Text | None = None
    """Why; for whoever reads the file next."""


Ignores = Annotated[tuple[Annotated[Ignore, ShortForm("string", _ruled)], ...], ShortForm("string", _alone)]


class Person(Record):
    """An author."""

    name: Line
    bio: Text | None = None
    """One sentence, printed below the item."""
    url: Url | None = None


Author = Annotated[Person, ShortForm("string", _named)]


class Image(Record):
    """A picture inside the publication; its alt text may be empty only for decoration."""

    file: ImageFile
    alt: AnyText | None = None
    """What it shows, for those who cannot see it; `""` for decoration."""
    caption: Text | None = None
    credit: Line | None = None
    ignore: Ignores = ()


class Archived(Record):
    """A copy of a source in an archive."""

    url: Url
    date: Day


class Source(Record):
    """A cited work."""

    outlet: Line
    """Who published it: best under a name that the register of outlets knows."""
    date: AnyDate | None = None
    """`2021-05-29`, `2021-05`, `2021` or `undated`."""
    title: Line | None = None
    """The headline as published."""
    translated_title: Line | None = None
    """The headline in the newsletter's language, when it is not."""
    language: Language | None = None
    author: Line | None = None
    url: Url | None = None
    archived: Archived | None = None
    accessed: Day | None = None
    suffix: Suffix | None = None
    """A letter that tells this source from another of the same outlet and day."""
    dead: Flag = False
    """The address is gone: citations link to the archived copy."""
    background: Flag = False
    """Read, listed, and not cited on purpose."""
    print: Flag = False
    """Only on paper: no address to be had."""
    interview: Flag = False
    """Said to the author: no address to be had."""
    note: Text | None = None
    """For the editor; never printed."""
    ignore: Ignores = ()

    @property
    def address(self) -> str:
        """Where a reader should go: the archived copy when the original is gone; nothing if there is neither."""
        if self.archived is not None and (self.dead or self.url is None):
            return self.archived.url
        return self.url or ""


class Brief(Record):
    """A short item."""

    title: Line
    deck: Text | None = None
    author: Author | None = None
    authors: tuple[Author, ...] = ()
    image: Image | None = None
    body: Text
    """Markdown with citations."""
    language: Language | None = None
    """Of Han characters whose script does not tell: `zh-Hans`, `zh-Hant`, `ja`."""
    analysis: Flag = False
    """The author's own reasoning: rules on evidence are quiet."""
    ignore: Ignores = ()

    def check(self) -> None:
        """Take one kind of byline."""
        if self.author and self.authors:
            raise Misfit("has both `author` and `authors`", "keep one of the two")

    @property
    def bylines(self) -> tuple[Person, ...]:
        """Everyone who wrote the item, in order."""
        return (self.author,) if self.author else self.authors


class Feature(Brief):
    """The long item that opens the issue; it has an author."""

    def check(self) -> None:
        """Ask for a byline."""
        super().check()
        if not self.bylines:
            raise Misfit("has no `author`", "add `author: {name: …, bio: …}`")


class Correction(Record):
    """What was wrong and when it was put right; printed in every output."""

    date: Day
    text: Text


class Issue(Record):
    """One number of the newsletter."""

    number: Number
    date: Day
    summary: Text | None = None
    """One or two sentences: the page's description, the email's preheader."""
    subject: Line | None = None
    """The email's subject; left out, it is made of the publication's name, the number and the feature's title."""
    image: Image | None = None
    feature: Feature
    briefs: tuple[Brief, ...] = ()
    sources: Mapping[SourceKey, Source] = MappingProxyType({})
    corrections: tuple[Correction, ...] = ()
    cutoff: Day | None = None
    """The last day that sources may be dated, when it is not the issue's own."""
    ignore: Ignores = ()

    @property
    def items(self) -> tuple[Brief, ...]:
        """Feature first, then the briefs, as printed."""
        return (self.feature, *self.briefs)

    @property
    def item_paths(self) -> tuple[tuple[str | int, ...], ...]:
        """Where each item stands in the file, in the order of `items`."""
        return (("feature",), *(("briefs", index) for index in range(len(self.briefs))))
