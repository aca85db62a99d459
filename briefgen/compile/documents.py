"""Loads YAML files from disk, and formats paths for messages."""

import os
from functools import cache
from pathlib import Path

from briefgen.compile.errors import CommandError
from briefgen.compile.safe_read import UnreadableFileError, read_beneath
from briefgen.yamltext import Document, Fault, Span, parse_document

# More than the parser's limit, so that the parser reports a file that is too large.
MAX_READ = 8_000_000


def real_path(path: Path) -> Path:
    """Return a path without links.

    Unlike `Path.resolve` before Python 3.13, this does not fail on links in a circle.
    """
    return Path(os.path.realpath(path))


def format_path(path: Path) -> str:
    """Return a path relative to the working directory if it is below it, with slashes."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def is_unicode(path: Path | str) -> bool:
    """Return whether a path can be written into a file; the system allows names that are no text."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def format_repository_path(shown: str) -> str:
    """Return a path, shown from here, as it counts from the root of its git repository, wherever briefgen was run.

    The root is the nearest folder at or above the file that holds `.git`. Where there is none, the path stays as it is.
    """
    path = Path.cwd() / shown
    folder = real_path(path.parent)
    root = _find_repository(folder)
    return (folder / path.name).relative_to(root).as_posix() if root else shown


@cache
def _find_repository(folder: Path) -> Path | None:
    # In a worktree or a submodule, `.git` is a file.
    return next((each for each in (folder, *folder.parents) if (each / ".git").exists()), None)


def load_document(path: Path, **limits: int) -> Document:
    """Load a YAML file; a file that must not be read, such as a link, gives a document with a fault.

    Raises:
        CommandError: there is no such file.
        OSError: its folder cannot be used.
    """
    if path.is_dir():
        message = f"{format_path(path)} is a folder"
        raise CommandError(message, "name an issue file in it, or name none to take all issues")
    try:
        content = read_beneath(real_path(path.parent), path.name, limit=MAX_READ)
    except UnreadableFileError as error:
        if not error.is_missing:
            return Document("", None, (Fault(Span(0, 0), str(error), error.hint),))
        raise CommandError(f"there is no `{format_path(path)}`", error.hint) from error
    except FileNotFoundError as error:
        message = f"there is no `{format_path(path)}`"
        raise CommandError(message, "check the name; capitals count") from error
    return parse_document(content, **limits)


def is_folder(entry: os.DirEntry[str]) -> bool:
    """Return whether an entry of a folder is a folder or a link to one; what is known of it needs no further call."""
    return entry.is_dir(follow_symlinks=False) or (entry.is_symlink() and Path(entry).is_dir())
