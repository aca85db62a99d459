"""Archives made from short descriptions of issues, for tests of the site."""

from collections.abc import Iterator

from markupsafe import Markup
from msgspec.structs import replace

from briefgen.archive.archive import Archive, ArchiveFile, SiteHead, make_archive
from briefgen.archive.entry import Entry, EntryAuthor, EntryItem, EntrySource
from briefgen.archive.outputs import plan_files
from briefgen.archive.site_pages import make_pages
from briefgen.citations.source_identity import Identity
from briefgen.model import AMERICAN
from briefgen.model.moved import MovedIssue
from briefgen.render.templates import Templates

HEAD = SiteHead("Harbor Notes", "Two ports", "The Desk", "https://harbor.example/news/", (), icon="assets/icon-1.svg")
SOURCE = EntrySource(
    identity=Identity("", "k"), anchor="source-1", outlet_id="nyt", outlet="NYT", outlet_label="", title="Mud",
    title_language="", translated_title="", author="", date="2024-01-02", url="https://nyt.example/mud",
    cited_in=("feature",),
)  # fmt: skip


def make_source(key: str, *, number: int = 1, **fields: object) -> EntrySource:
    """Return a source; `fields` replace those of a plain one."""
    return replace(SOURCE, identity=Identity(key, ""), anchor=f"source-{number}", **fields)


def make_issue(number: int, date: str, *sources: EntrySource, title: str = "", authors: tuple[str, ...] = ()) -> Entry:
    """Return the entry of an issue with a feature and a brief."""
    words = title or f"Issue of {date}"
    named = tuple(EntryAuthor(name, "") for name in authors)
    return Entry(
        slug=f"{number}-issue",
        number=str(number),
        number_label=f"No. {number}",
        date=date,
        date_long=date,
        modified=date,
        language="en",
        summary=f"Summary {number}",
        picture=None,
        items=(
            EntryItem("feature", "feature", Markup.escape(words), words, "", named, ""),
            EntryItem("brief", "brief-1", Markup("Brief"), "Brief", "", (), ""),
        ),
        sources=sources,
        corrections=(),
    )


def make_site(*entries: Entry, moved: tuple[MovedIssue, ...] = (), head: SiteHead = HEAD) -> Archive:
    """Return an archive of issues."""
    return make_archive(head, AMERICAN, entries, moved)


def plan(archive: Archive) -> dict[str, ArchiveFile]:
    """Return the files of a site by path, which are made when they are asked for."""
    return {file.path: file for file in plan_files(archive, make_pages(archive, Templates(), ("assets/page-1.css",)))}


def render(archive: Archive, path: str) -> str:
    """Return the text of one file of the site."""
    return plan(archive)[path].make().decode()


def changed(before: Archive, after: Archive) -> Iterator[str]:
    """Yield the paths of the files that are made again when an archive changes."""
    old = {path: file.shows for path, file in plan(before).items()}
    yield from (path for path, file in plan(after).items() if old.get(path) != file.shows)
