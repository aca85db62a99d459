"""What the system says of files before they are read, to tell later which were saved in the meantime."""

import os
from pathlib import Path

State = tuple[int, int, int]
"""Size, and times of modification and of change in nanoseconds."""


class FileStates:
    """The states of the files of a publication when a command began.

    Files are compared with themselves, never with a clock: a network drive's may differ from the computer's.
    """

    def __init__(self) -> None:
        self._states: dict[tuple[int, int], State] = {}
        """By device and inode."""
        self._names: set[str] = set()

    def note(self, *paths: Path) -> None:
        """Note the states of files, and of all files in folders and below them."""
        for path in paths:
            self._note_file(str(path))
            for folder, _, names in os.walk(path):
                for name in names:
                    self._note_file(os.path.join(folder, name))  # noqa: PTH118 - an archive has tens of thousands

    def _note_file(self, name: str) -> None:
        try:
            status = os.lstat(name)
        except OSError:
            return
        self._names.add(name)
        self._states[status.st_dev, status.st_ino] = _state(status)

    def is_unchanged(self, path: Path) -> bool:
        """Return whether a file is what it was, or is not there and was not."""
        try:
            status = path.lstat()
        except OSError:
            return str(path) not in self._names
        return self._states.get((status.st_dev, status.st_ino)) == _state(status)


def _state(status: os.stat_result) -> State:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns
