"""The archive: the entries of all issues with what is known of their publication, and the files that are made of it."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import groupby

from msgspec import Struct

from briefgen.archive.entry import Entry
from briefgen.edition.edition import Picture
from briefgen.model import Language, Publication
from briefgen.model.moved import MovedIssue
from briefgen.render.site_form import Around, NeighbourLink


class SiteHead(Struct, frozen=True):
    """What all pages of the site say of the publication; missing fields are empty strings."""

    name: str
    tagline: str
    publisher: str
    url: str
    """Where the site stands, ending with a slash: `https://example.org/news/`."""
    theme: tuple[tuple[str, str], ...]
    """The publication's CSS custom properties, without leading dashes."""
    icon: str = ""
    """The path of the icon. The paths of icon and logos are from the folder of the archive."""
    has_name: bool = True
    """Whether the name is also set as text; otherwise the logo includes it."""
    logo: Picture | None = None
    dark_logo: Picture | None = None


class Archive(Struct, frozen=True, dict=True):
    """All issues of a publication that are on its site."""

    head: SiteHead
    language: Language
    """The newsletter's own, with the labels of the publication."""
    entries: tuple[Entry, ...]
    """The newest first."""
    moved: tuple[MovedIssue, ...] = ()

    @cached_property
    def years(self) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
        """The years with their issues, the newest first."""
        return tuple((year, tuple(entries)) for year, entries in groupby(self.entries, key=lambda each: each.year))

    def neighbours(self) -> Iterator[tuple[Entry, Around]]:
        """Yield each issue with those before and after it."""
        links = [NeighbourLink(each.slug, each.number_label, each.title) for each in self.entries]
        for entry, later, earlier in zip(self.entries, [None, *links], [*links[1:], None], strict=False):
            yield entry, Around(earlier, later)


class ArchiveFile(Struct, frozen=True):
    """A file of the site, which is made only if what it shows has changed since the last build."""

    path: str
    """From the folder of the archive, with slashes: `feed.xml`."""
    shows: object
    """Everything that its content depends on but the publication's settings, templates and briefgen itself: values that
    msgspec encodes, such as entries or parts of them."""
    make: Callable[[], bytes]
    """Returns its content."""


def make_head(publication: Publication, icon: str, logo: Picture | None, dark_logo: Picture | None) -> SiteHead:
    """Return what all pages say of a publication."""
    address = publication.url or ""
    return SiteHead(
        name=publication.name.strip(),
        tagline=(publication.tagline or "").strip(),
        publisher=(publication.publisher or "").strip(),
        url=address.rstrip("/") + "/" if address else "",
        theme=tuple(publication.build.theme.items()),
        icon=icon,
        has_name=logo is None or publication.logo is None or publication.logo.place == "beside",
        logo=logo,
        dark_logo=dark_logo if logo else None,
    )


def make_archive(
    head: SiteHead, language: Language, entries: Iterable[Entry], moved: tuple[MovedIssue, ...] = ()
) -> Archive:
    """Make the archive of a publication; the entries may be in any order."""
    ordered = sorted(entries, key=lambda each: (each.date, int(each.number), each.slug), reverse=True)
    return Archive(head, language, tuple(ordered), moved)
