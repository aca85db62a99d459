"""Watching publications: every change to what a build reads, whatever program makes it."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from watchfiles import watch

from briefgen.compile.newsroom import Newsroom

WAKES_EVERY = 1_000
"""Milliseconds. What no notice comes of, as on network drives, is seen then."""

State = dict[Path, tuple[int, int, int]]
"""Files with what changes when they do: time, size and inode."""


def watch_files(current: Callable[[], Sequence[Newsroom]]) -> Iterator[None]:
    """Return what yields after each change, from now on, to the files that builds of some newsrooms read.

    It ends when it is interrupted.

    Of a publication, these are its `issues/` with settings and images, its `templates/` and its `fonts/`, whether they
    are there yet or not, its style sheet and the files at its root. Of a lone issue, they are the files beside it and
    those in `images/`. `current` returns the newsrooms with the settings of now.
    """
    return _watch(current, *_look(current()))


def _watch(current: Callable[[], Sequence[Newsroom]], seen: State, folders: frozenset[Path]) -> Iterator[None]:
    """Yield after each change since the files were as `seen`."""
    while True:
        # Notifications only wake the loop. The files themselves show what has changed, so nothing is missed in between.
        for _ in watch(
            *(folders or _nearest(current())),
            recursive=False,
            rust_timeout=WAKES_EVERY,
            yield_on_timeout=True,
            raise_interrupt=False,
        ):
            now, folders_now = _look(current())
            if now != seen:
                seen = now
                yield
            if folders_now != folders:
                folders = folders_now
                break
        else:
            return


def _look(newsrooms: Sequence[Newsroom]) -> tuple[State, frozenset[Path]]:
    """Return the files that matter as they are now, and the folders they lie in."""
    state: State = {}
    folders = set[Path]()
    for newsroom in newsrooms:
        for folder, names in _walk(newsroom):
            folders.add(folder)
            state.update(_stat(folder, names))
    return state, frozenset(folders)


def _walk(newsroom: Newsroom) -> Iterator[tuple[Path, list[str]]]:
    root = newsroom.root
    if newsroom.is_publication:
        for start in (newsroom.issues_folder, root / "templates", root / "fonts"):
            for folder, inner, names in os.walk(start):
                inner[:] = [name for name in inner if not name.startswith(".")]
                yield Path(folder), names
        flat = {root, (root / (newsroom.publication.build.stylesheet or "none.css")).parent}
    else:
        flat = {root, root / "images"}
    for start in flat:
        for folder, inner, names in os.walk(start):
            # Anything may lie below: a whole repository, or a home.
            inner.clear()
            yield Path(folder), names


def _stat(folder: Path, names: Sequence[str]) -> Iterator[tuple[Path, tuple[int, int, int]]]:
    for name in names:
        if name.startswith(".") or name.endswith("~"):
            # Files that editors create next to the edited one.
            continue
        path = folder / name
        try:
            facts = path.stat()
        except OSError:
            # It is gone again already.
            continue
        yield path, (facts.st_mtime_ns, facts.st_size, facts.st_ino)


def _nearest(newsrooms: Sequence[Newsroom]) -> frozenset[Path]:
    """Return folders that are there: a publication may be away for a moment, while git changes branches."""
    return frozenset(
        next(folder for folder in (newsroom.root, *newsroom.root.parents) if folder.is_dir()) for newsroom in newsrooms
    )
