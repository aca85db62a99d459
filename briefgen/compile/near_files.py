"""The files that a name which leads nowhere was probably meant to be."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from briefgen.model import distance

# A folder of pictures with more than these is not read to its end for the sake of a hint.
MAX_FILES = 5_000
MAX_SHOWN = 3
MAX_SLIPS = 2

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp"})


def find_near(folder: Path, name: str) -> tuple[str, ...]:
    """Return the pictures below a folder whose names are like one that is not there, the likest first.

    A picture of the same name in another folder, or with other capitals or another ending, is like it; and so is one
    whose name is two slips away.
    """
    scored = sorted((score, path) for path in _list_pictures(folder) if (score := _score(path, name)) is not None)
    best = [path for score, path in scored if score == scored[0][0]]
    return tuple(best[:MAX_SHOWN])


def advise_near(folder: Path, name: str) -> tuple[str, str]:
    """Return what to do about a picture that is not there, and what was meant where that is one thing."""
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
    return f"put the picture there, or name one that is: {shown}{more}", ""


def _score(path: str, name: str) -> int | None:
    """Say how far a path is from a name; None where they have nothing to do with each other."""
    there, wanted = PurePosixPath(path.casefold()), PurePosixPath(name.casefold())
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
    """Yield the paths of pictures below a folder, with slashes; links are not followed."""
    count = 0
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            count += 1
            if count > MAX_FILES:
                return
            if PurePosixPath(name).suffix.casefold() in _PICTURES and not name.startswith("."):
                yield (Path(place) / name).relative_to(folder).as_posix()
