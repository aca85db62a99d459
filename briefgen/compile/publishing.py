"""Records in `issues/published.lock` what readers have of the issues that are published now."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from briefgen.compile.atomic_file import ChangedFileError, write_file
from briefgen.compile.documents import format_path
from briefgen.compile.errors import CommandError
from briefgen.compile.published_lock import LOCK, decode_lock, parse_lines, read_lock, sort_key
from briefgen.compile.safe_read import UnreadableFileError
from briefgen.manuscript import Published

_ATTEMPTS = 5
_HEAD = (
    "# What readers have of each published issue, so that no change goes without a correction. Commit this file.",
    "# `briefgen build --publish` writes it. If git cannot merge it, keep the lines of both sides.",
)


class LockChange(Struct, frozen=True):
    """How many issues were added to a lock file, and how many of its entries were brought up to date."""

    new: int = 0
    changed: int = 0


def update_lock(folder: Path, published: Iterable[Published]) -> LockChange:
    """Write what readers have now of some issues into the lock file; the lines of others stay.

    Raises:
        CommandError: it cannot be read or written, or others keep writing it.
    """
    entries = {each.slug: _format_line(each) for each in published}
    path = folder / LOCK
    for _ in range(_ATTEMPTS):
        try:
            before = read_lock(folder)
        except UnreadableFileError as error:
            if not error.is_missing:
                raise CommandError(f"{format_path(folder)}: {error}", error.hint) from error
            before = b""
        lines = parse_lines(text := decode_lock(before))
        change = LockChange(
            sum(slug not in lines for slug in entries),
            sum(slug in lines and lines[slug] != (line,) for slug, line in entries.items()),
        )
        if change == LockChange():
            return change
        after = lines | {slug: (line,) for slug, line in entries.items()}
        head = [line for line in text.split("\n") if line.startswith("#")] or _HEAD
        body = [line for slug in sorted(after, key=sort_key) for line in after[slug]]
        content = "".join(f"{line}\n" for line in (*head, *body))
        try:
            write_file(path, content.encode(), expected=before)
        except ChangedFileError:
            continue
        except OSError as error:
            message = f"cannot write `{format_path(path)}`: {error.strerror}"
            raise CommandError(message, "check the folder's rights") from error
        return change
    message = f"`{format_path(path)}` keeps changing"
    raise CommandError(message, "let one build finish before the next begins")


def _format_line(entry: Published) -> str:
    parts = " ".join(f"{kind}:{digest}" for kind, digest in entry.parts)
    return f"{entry.slug} {entry.corrections} {entry.modified} {parts}"
