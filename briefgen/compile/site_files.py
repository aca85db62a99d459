"""Writes the files of the site, once there is room for all of them, and nothing over a file that is not briefgen's."""

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from briefgen.compile.atomic_file import umask
from briefgen.compile.documents import format_path
from briefgen.compile.errors import CommandError
from briefgen.compile.search_index import SEARCH, is_of_index
from briefgen.compile.staging import locked, make_stage
from briefgen.expressions import expression
from briefgen.render.held_signals import unbroken

MARK = b"briefgen"
"""In the head of every page and text file of the site, so that a build knows it without a manifest."""
_HEAD = 4096
_HASHED = expression(r"assets/[a-z0-9-]+-[0-9a-f]{12}\.[a-z0-9]+")
"""Shared files, which nobody else calls so."""


def find_strangers(parent: Path, paths: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    """Return those of the paths of files at which something stands that briefgen did not write.

    The manifest says of the `known` ones that briefgen wrote them, but a link may stand there now.
    """
    return tuple(path for path in paths if not _is_replaceable(parent, path, is_known=path in known))


def _is_replaceable(parent: Path, path: str, *, is_known: bool) -> bool:
    """Return whether a file is absent, known, or says that briefgen wrote it, in folders that are no links."""
    file = parent / path
    if _is_behind_link(parent, path) or file.is_symlink() or file.is_dir():
        return False
    if is_known or _HASHED.fullmatch(path) or _is_of_search(path):
        return True
    try:
        with file.open("rb") as opened:
            return MARK in opened.read(_HEAD)
    except FileNotFoundError:
        return True
    except OSError:
        return False


def _is_of_search(path: str) -> bool:
    return path.startswith(SEARCH) and is_of_index(path.removeprefix(SEARCH))


def _is_behind_link(parent: Path, path: str) -> bool:
    """Return whether a file would be in a folder that is a link, or a file."""
    folders = [parent / folder for folder in list(Path(path).parents)[:-1]]
    return any(folder.is_symlink() or (folder.exists() and not folder.is_dir()) for folder in folders)


def write_site_files(parent: Path, files: Iterable[tuple[str, bytes]], removed: Iterable[str]) -> None:
    """Write all files beside the site, put them into their places in their order, and remove what is no longer of it.

    `files` are paths with their contents, each of which is let go once it is written.

    Raises:
        CommandError: one cannot be written, or another build locks the folder for a minute.
    """
    try:
        parent.mkdir(parents=True, exist_ok=True)
        with locked(parent, sweeps=False):
            stage = make_stage(parent)
            try:
                staged = {}
                for number, (path, content) in enumerate(files):
                    place = stage / str(number)
                    _write(place, content)
                    staged[place] = parent / path
                with unbroken():
                    _move(staged)
                    for path in removed:
                        _remove(parent, path)
            finally:
                with suppress(OSError):
                    for left in stage.iterdir():
                        left.unlink()
                    stage.rmdir()
    except OSError as error:
        message = f"cannot write the site to {format_path(parent)}: {(error.strerror or str(error)).lower()}"
        raise CommandError(message, "check the folder's rights and the free space") from error


def _write(place: Path, content: bytes) -> None:
    # Not flushed to the disk, as the outputs of issues: the manifest tells what a power cut damages.
    place.write_bytes(content)
    place.chmod(0o666 & ~umask())


def _move(staged: Mapping[Path, Path]) -> None:
    for file in staged.values():
        file.parent.mkdir(parents=True, exist_ok=True)
    for place, file in staged.items():
        place.replace(file)


def _remove(parent: Path, path: str) -> None:
    """Remove a file and the folders that it leaves empty."""
    file = parent / path
    if _is_behind_link(parent, path):
        return
    with suppress(FileNotFoundError):
        file.unlink()
    for folder in list(file.relative_to(parent).parents)[:-1]:
        try:
            (parent / folder).rmdir()
        except OSError:
            return
