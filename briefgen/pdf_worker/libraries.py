"""Says which system libraries the PDF needs and which of them this machine lacks."""

import ctypes
import sys
from typing import Final

INSTALL_HINT: Final = (
    "on Debian 12+ and Ubuntu 24.04+: "
    "sudo apt-get update && sudo apt-get install -y --no-install-recommends libpangoft2-1.0-0 libharfbuzz-subset0"
)
"""Installs all of them; tried in bare roots of Debian 12 and 13 (`.ci/bare-roots`).

WeasyPrint would go without HarfBuzz's subsetter, but then take three times as long and write other bytes than
elsewhere, so briefgen asks for it as for Pango.
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
    """Return the file names of the libraries for a platform; empty where WeasyPrint must look itself."""
    return _NAMES.get(platform, ())


def missing_libraries(platform: str = sys.platform) -> tuple[str, ...]:
    """Return the names of the libraries that cannot be opened; empty when a PDF can be made.

    Without this look WeasyPrint would print a banner and name one library at a time.
    """
    return tuple(name for name in library_names(platform) if not _can_open(name))


def _can_open(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
