"""Writes the output folder of an issue atomically: readers see the old outputs or the new ones, never a mixture.

The files are written to a temporary folder next to the old one; then a single system call exchanges the two.
"""

import errno
import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from briefgen.compile.atomic_file import umask
from briefgen.compile.documents import format_path
from briefgen.compile.errors import CommandError
from briefgen.compile.exchange import exchange
from briefgen.compile.staging import ASIDE, locked, make_stage
from briefgen.edition.output import Output
from briefgen.render.held_signals import unbroken


class Written(NamedTuple):
    """The output folder of an issue."""

    folder: Path
    removed: tuple[str, ...]
    """The files of earlier builds that were removed from it."""


def write_outputs(folder: Path, outputs: Iterable[Output], *, is_ours: Callable[[str], bool]) -> Written:
    """Write the outputs of one issue to `folder`, which is created or replaced as a whole.

    Files of an earlier build that are not in `outputs` are removed and returned; `is_ours` recognizes them by their
    path in the folder. Other files, folders and links are kept; nothing is written or copied through a link.

    Raises:
        CommandError: the folder cannot be written, is a link, or another build locks it for a minute.
    """
    parent = folder.parent
    try:
        _make_parent(parent)
        with locked(parent, sweeps=False), unbroken():
            if folder.is_symlink():
                raise _refuse_link(folder)
            if folder.exists() and not folder.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, "it is a file; move it")
            stage = make_stage(parent)
            try:
                _fill(stage, outputs)
                removed = _keep(folder, stage, is_ours)
                _swap(stage, folder)
            finally:
                _discard(stage)
    except OSError as error:
        message = f"cannot write {format_path(folder)}: {_explain(error)}"
        raise CommandError(
            message, "check the folder's rights and the free space; what was there is unchanged"
        ) from error
    return Written(folder, removed)


def sweep_outputs(parent: Path) -> None:
    """Remove what killed runs have left in a folder of outputs, if there is one.

    Raises:
        CommandError: another build locks it for a minute.
    """
    if parent.is_dir():
        with suppress(OSError), locked(parent):
            pass


def _make_parent(parent: Path) -> None:
    if parent.exists() and not parent.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, f"`{format_path(parent)}` is not a folder")
    parent.mkdir(parents=True, exist_ok=True)


def remove_folder(folder: Path) -> None:
    """Remove an output folder in one step, so that nobody sees half of it.

    Raises:
        CommandError: it cannot be removed, or another build locks it for a minute.
    """
    try:
        with locked(folder.parent), unbroken():
            aside = make_stage(folder.parent)
            try:
                folder.rename(aside / folder.name)
            finally:
                _discard(aside)
    except OSError as error:
        message = f"cannot remove {format_path(folder)}: {_explain(error)}"
        raise CommandError(message, "check the folder's rights") from error


def check_output_folder(folder: Path, *, within: Iterable[Path]) -> None:
    """Look at a folder for outputs before anything is written to it or removed from it.

    Links above the folders `within` are the user's own. Those below may come with a contribution.

    Raises:
        CommandError: the folder is, or is in, a link.
    """
    path = Path(os.path.abspath(folder))  # noqa: PTH100 - `resolve` would follow the links
    for base in within:
        inner = path.relative_to(base).parts if path.is_relative_to(base) else ()
        for length in range(1, len(inner) + 1):
            if (step := base.joinpath(*inner[:length])).is_symlink():
                raise _refuse_link(step)


def _refuse_link(link: Path) -> CommandError:
    message = f"`{format_path(link)}` is a link, and outputs are not written through links"
    return CommandError(message, "remove it, or name the folder it leads to with `--output`")


def _explain(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _discard(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _fill(stage: Path, outputs: Iterable[Output]) -> None:
    stage.chmod(0o777 & ~umask())
    for output in outputs:
        path = stage / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        # Not flushed to the disk, which would take longer than all the rest: what a power cut damages, the digests in
        # the manifest give away, and the next build makes again.
        path.write_bytes(output.content)


def _keep(folder: Path, stage: Path, is_ours: Callable[[str], bool]) -> tuple[str, ...]:
    """Copy what briefgen does not write from the old folder; return the names of the rest, now gone.

    Links are copied as links, wherever they lead.

    Raises:
        OSError: there is something that cannot be copied.
    """
    left: list[str] = []
    for place, folders, names in os.walk(folder, onerror=_raise) if folder.exists() else ():
        inner = Path(place).relative_to(folder)
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        folders[:] = sorted(set(folders) - set(links))
        for name in sorted((*names, *links)):
            old, new = Path(place) / name, stage / inner / name
            shown = (inner / name).as_posix()
            if os.path.lexists(new):
                continue
            if is_ours(shown) and not old.is_symlink():
                left.append(shown)
            else:
                _make_folder(new.parent, shown)
                _copy(old, new)
        if not folders and not names and not links and inner.parts:
            _make_folder(stage / inner, inner.as_posix())
    return tuple(left)


def _make_folder(folder: Path, needed_for: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise OSError(f"`{needed_for}` is in the way of a file with that name") from error


def _copy(old: Path, new: Path) -> None:
    if not old.is_symlink() and not old.is_file():
        raise OSError(f"`{old.name}` in it is neither a file nor a folder; move it")
    shutil.copy2(old, new, follow_symlinks=False)


def _raise(error: OSError) -> None:
    raise error


def _swap(stage: Path, folder: Path) -> None:
    """Exchange the two folders; if the system cannot do that atomically, move the old one aside first."""
    if not folder.exists():
        stage.rename(folder)
    elif not exchange(stage, folder):
        # If the process is killed between the two, the next one puts the old folder back.
        aside = folder.with_name(f"{ASIDE}{folder.name}")
        folder.rename(aside)
        stage.rename(folder)
        _discard(aside)
