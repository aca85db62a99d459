"""Determines which system libraries the PDF needs, and which of them are missing."""

import ctypes
import sys
from typing import Final

INSTALL_HINT: Final = (
    "on Debian 12+ and Ubuntu 24.04+: "
    "sudo apt-get update && sudo apt-get install -y --no-install-recommends libpangoft2-1.0-0 libharfbuzz-subset0"
)
"""How to install all of them; tested on minimal installations of Debian 12 and 13 (`.ci/bare-roots`).

WeasyPrint can do without HarfBuzz's subsetter, but then takes three times as long and writes different bytes than on
other machines, so briefgen requires it as well.
"""

_NAMES: Final = {
    "linux": (
        "libgobject-2.0.so.0",
        "libpango-1.0.so.0",
        "libharfbuzz.so.0",
        "libharfbuzz-subset.so.0",
        "libfontconfig.so.1",
        "libpangoft2-1.0.so.0",
    ),
    "darwin": (
        "libgobject-2.0.0.dylib",
        "libpango-1.0.dylib",
        "libharfbuzz.0.dylib",
        "libharfbuzz-subset.0.dylib",
        "libfontconfig.1.dylib",
        "libpangoft2-1.0.dylib",
    ),
}
"""The names under which WeasyPrint 70 opens its libraries (`weasyprint/text/ffi.py`)."""


def library_names(platform: str = sys.platform) -> tuple[str, ...]:
    """Return the file names of the libraries on a platform; empty if WeasyPrint has to find them itself."""
    return _NAMES.get(platform, ())


def missing_libraries(platform: str = sys.platform) -> tuple[str, ...]:
    """Return the names of the libraries that cannot be opened; empty if a PDF can be made.

    Without this check, WeasyPrint would print a banner and name only one library at a time.
    """
    return tuple(name for name in library_names(platform) if not _can_open(name))


def _can_open(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
