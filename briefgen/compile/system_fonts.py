"""What the computer's own fonts draw, for publications that ask for them."""

import shutil
import subprocess
from collections.abc import Iterator

_SECONDS = 20
"""The first call after fonts were installed reads all of them."""


def undrawn_by_system(characters: frozenset[str]) -> frozenset[str]:
    """Return those of some characters that no font known to fontconfig draws; all of them where it cannot be asked."""
    program = shutil.which("fc-list")
    if not characters or program is None:
        return characters
    try:
        answer = subprocess.run(  # noqa: S603 - no word of an issue is in the command
            [program, "--format=%{charset}\n"], capture_output=True, text=True, check=True, timeout=_SECONDS
        )
    except (OSError, subprocess.SubprocessError):
        return characters
    drawn = list(_read_ranges(answer.stdout))
    return frozenset(one for one in characters if not any(ord(one) in part for part in drawn))


def _read_ranges(text: str) -> Iterator[range]:
    """Read what fontconfig prints of a set of characters: `20-7e a0 3041-3096`."""
    for part in dict.fromkeys(text.split()):
        first, _, last = part.partition("-")
        yield range(int(first, 16), int(last or first, 16) + 1)
