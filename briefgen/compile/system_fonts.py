"""Asks fontconfig which characters the system fonts cover."""

import shutil
import subprocess
from collections.abc import Iterator

SECONDS = 20
"""Generous, because the first call after fonts were installed scans all of them."""


def undrawn_by_system(characters: frozenset[str]) -> frozenset[str]:
    """Return the characters that no system font covers; all of them if fontconfig is not available."""
    program = shutil.which("fc-list")
    if not characters or program is None:
        return characters
    try:
        answer = subprocess.run(  # noqa: S603 - the command contains no text of an issue
            [program, "--format=%{charset}\n"], capture_output=True, text=True, check=True, timeout=SECONDS
        )
    except (OSError, subprocess.SubprocessError):
        return characters
    drawn = list(_read_ranges(answer.stdout))
    return frozenset(one for one in characters if not any(ord(one) in part for part in drawn))


def _read_ranges(text: str) -> Iterator[range]:
    """Parse fontconfig's notation for a set of characters: `20-7e a0 3041-3096`."""
    for part in dict.fromkeys(text.split()):
        first, _, last = part.partition("-")
        yield range(int(first, 16), int(last or first, 16) + 1)
