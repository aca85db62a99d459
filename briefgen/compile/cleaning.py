"""Removing what was built of issues that are gone, and nothing that briefgen did not write."""

from collections.abc import Iterator
from pathlib import Path

from briefgen.compile.output_paths import is_ours
from briefgen.compile.writing import remove_folder
from briefgen.model import make_slug
from briefgen.model.slugs import RESERVED

_MARK = b'<meta name="generator" content="briefgen">'
_HEAD = 64 * 1024


def clean_outputs(parent: Path, slugs: frozenset[str]) -> Iterator[tuple[Path, str]]:
    """Remove the folders of issues that are gone, all but `slugs`; yield each, and why it was kept if it was.

    A folder goes whole or not at all. It must be a plain folder with a name as an issue's has, hold a page that says
    that briefgen made it, or a Markdown file or PDF that is called as the folder is, and hold nothing that
    briefgen does not write. A folder without such a file is none of briefgen's and not spoken of.

    Raises:
        CommandError: a folder cannot be removed.
    """
    for folder in sorted(parent.iterdir()) if parent.is_dir() else ():
        if folder.name in slugs | RESERVED or folder.is_symlink() or not folder.is_dir() or not _is_built(folder):
            continue
        stray = next(_find_strays(folder), None)
        if stray is None:
            remove_folder(folder)
        yield folder, f"`{stray}` in it is not briefgen’s; move it, or delete the folder" if stray else ""


def _is_built(folder: Path) -> bool:
    """Return whether a folder contains files that only a build writes."""
    name = folder.name
    if make_slug(name) != name:
        return False
    page = folder / "index.html"
    if page.is_file():
        with page.open("rb") as file:
            return _MARK in file.read(_HEAD)
    return any((folder / f"{name}{ending}").is_file() for ending in (".md", ".pdf"))


def _find_strays(folder: Path) -> Iterator[str]:
    """Yield the files that no build writes."""
    ours = is_ours(folder.name)
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or (not path.is_dir() and not ours(name)):
            yield name
