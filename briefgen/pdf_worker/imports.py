"""Makes WeasyPrint's import cheaper: two tricks, each with what it brings.

Measured on newsletter 133, the whole command `build 133` in alternating runs: answering cffi's questions saves 13 %
of the processor time (15 % of the wall time), leaving font modules out 7 % and 12 MiB of 77.
"""

import ctypes.util
import sys
from importlib import import_module
from types import ModuleType
from typing import Any, Final

from briefgen.pdf_worker.libraries import library_names, missing_libraries

_LEFT_OUT: Final = {
    "fontTools.subset": (),
    "fontTools.varLib": (),
    "fontTools.varLib.instancer": ("instantiateVariableFont",),
    "fontTools.ttLib": ("TTFont", "TTLibError", "ttFont", "woff2"),
}
"""The modules for fonts that HarfBuzz cannot cut down, for variable faces and for woff2, with the names
that WeasyPrint takes from them. None of it is called for the bundled faces."""


def prepare_imports() -> None:
    """Make ready for `import weasyprint`; call it first in a process that does nothing else."""
    _answer_look_ups()
    if sys.platform.startswith("linux") and not missing_libraries():
        for name in _LEFT_OUT:
            sys.modules[name] = _Later(name)


class _Later(ModuleType):
    """Stands in for a module, and for each name taken from it, until something is done with it."""

    def __init__(self, name: str, member: str = "") -> None:
        super().__init__(name)
        self.__dict__["__path__"] = []
        self.__dict__["_later"] = (name, member)
        self.__dict__.update({one: _Later(name, one) for one in _LEFT_OUT[name] if not member})

    def _load(self) -> Any:
        name, member = self.__dict__["_later"]
        for one in _LEFT_OUT:
            if isinstance(sys.modules.get(one), _Later):
                del sys.modules[one]
        module = import_module(name)
        return getattr(module, member) if member else module

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._load(), name)

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        return self._load()(*arguments, **options)


def _answer_look_ups() -> None:
    """Answer cffi's questions for shared libraries at once.

    The stock look-up starts ldconfig, gcc and ld for every name that it is asked, some 86 processes for
    WeasyPrint. The answers here are the sonames themselves, which the loader finds; a name that is not
    among them goes the stock way. WeasyPrint asks `libpango-1.0-0` for `libpango-1.0.so.0`.
    """
    stock = ctypes.util.find_library
    known = {name.split(".so")[0]: name for name in library_names()}

    def find_library(name: str) -> str | None:
        stem = name if name.startswith("lib") else f"lib{name}"
        if stem.startswith("libharfbuzz-vector"):
            # It draws colour glyphs, which no bundled face has, and Debian 12 does not know it.
            return None
        return known.get(stem) or known.get(stem.rpartition("-")[0]) or stock(name)

    ctypes.util.find_library = find_library
