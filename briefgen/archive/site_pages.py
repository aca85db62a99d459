"""Renders the pages of the site."""

from msgspec import Struct

from briefgen.archive.archive import Archive, ArchiveFile
from briefgen.edition.output import Output
from briefgen.render.templates import Templates


class SitePages(Struct, frozen=True):
    """What all pages of a site have in common."""

    archive: Archive
    templates: Templates
    stylesheets: tuple[str, ...]
    """The paths of the style sheets, from the folder of the archive."""

    def plan(self, path: str, template: str, **shows: object) -> ArchiveFile:
        """Return a page; `shows` are the variables of its template that depend on the issues."""

        def make() -> bytes:
            archive = self.archive
            return self.templates.render(
                template,
                "html",
                site=archive.head,
                labels=archive.language.labels,
                language=archive.language,
                stylesheets=self.stylesheets,
                root="../" * path.count("/"),
                **shows,
            ).encode()

        return ArchiveFile(path, (template, shows), make)


def share(file: Output) -> ArchiveFile:
    """Return a file whose name contains the digest of its content."""
    return ArchiveFile(file.path, None, lambda: file.content)
