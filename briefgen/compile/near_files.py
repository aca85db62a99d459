"""Suggests existing pictures for the name of a missing one."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from briefgen.model import distance

# Stop after so many files: a hint must not take long.
MAX_FILES = 5_000
MAX_SHOWN = 3
MAX_SLIPS = 2

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp"})

# What people put between the words of a name.
_JOINTS = str.maketrans("_ ", "--")


def find_near(folder: Path, name: str) -> tuple[str, ...]:
    """Return the pictures below a folder with names similar to a missing one, best matches first.

    Similar names differ in folder, case, suffix or the signs between words, or by at most two edits.
    """
    scored = sorted((score, path) for path in _list_pictures(folder) if (score := _score(path, name)) is not None)
    best = [path for score, path in scored if score == scored[0][0]]
    return tuple(best[:MAX_SHOWN])


def advise_near(folder: Path, name: str) -> tuple[str, str]:
    """Return advice about a missing picture, and the intended name if there is only one candidate."""
    near = find_near(folder, name)
    if near:
        return f"did you mean {' or '.join(f'`{path}`' for path in near)}?", near[0] if len(near) == 1 else ""
    beside = PurePosixPath(name).parent
    there = [path for path in _list_pictures(folder) if PurePosixPath(path).parent == beside] or list(
        _list_pictures(folder)
    )
    if not there:
        return "put the picture there; capitals count", ""
    shown = ", ".join(f"`{path}`" for path in sorted(there)[:MAX_SHOWN])
    more = f" and {len(there) - MAX_SHOWN} more" if len(there) > MAX_SHOWN else ""
    return f"put the picture there, or name one of these: {shown}{more}", ""


def _score(path: str, name: str) -> int | None:
    """Return the distance of a path from a name, or None if they are unrelated."""
    there, wanted = (PurePosixPath(each.casefold().translate(_JOINTS)) for each in (path, name))
    if there == wanted:
        return 0
    if there.name == wanted.name:
        return 1
    if there.stem == wanted.stem:
        return 2
    slips = distance(there.stem, wanted.stem)
    likely = slips <= MAX_SLIPS and slips * 3 <= len(wanted.stem)
    return 2 + slips if likely else None


def _list_pictures(folder: Path) -> Iterator[str]:
    """Yield the paths of pictures below a folder, with slashes; does not follow links."""
    count = 0
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            count += 1
            if count > MAX_FILES:
                return
            if PurePosixPath(name).suffix.casefold() in _PICTURES and not name.startswith("."):
                yield (Path(place) / name).relative_to(folder).as_posix()
