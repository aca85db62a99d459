"""Speeds up the import of WeasyPrint, and its use of cffi, with three tricks.

Measured on newsletter 133 with the whole command `build 133`, in alternating runs: answering cffi's look-ups saves 13 %
of the CPU time (15 % of the wall time), leaving out font modules 7 % and 12 MiB of 77, and showing fewer types to
cffi's parser 5 % (6 %).
"""

import ctypes.util
import re
import sys
from importlib import import_module
from types import ModuleType
from typing import Any, Final

from briefgen.worker.libraries import library_names, missing_libraries

_LEFT_OUT: Final = {
    "fontTools.subset": (),
    "fontTools.varLib": (),
    "fontTools.varLib.instancer": ("instantiateVariableFont",),
    "fontTools.ttLib": ("TTFont", "TTLibError", "ttFont", "woff2"),
}
"""The modules for fonts that HarfBuzz cannot subset, for variable fonts and for WOFF2, with the names that WeasyPrint
imports from them. None of them is called for the bundled fonts."""
_WORD: Final = re.compile(r"\w+")
_TYPE: Final = "typedef "


def prepare_imports() -> None:
    """Prepare for `import weasyprint`; call this first, in a process that does nothing else."""
    _answer_look_ups()
    _name_few_types()
    if sys.platform.startswith("linux") and not missing_libraries():
        for name in _LEFT_OUT:
            sys.modules[name] = _Later(name)


class _Later(ModuleType):
    """Stands in for a module, or for a name imported from it, until it is used."""

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
    """Answer cffi's look-ups of shared libraries without starting a process.

    The standard look-up starts ldconfig, gcc and ld for every name, some 86 processes for WeasyPrint. Here, the answer
    is the soname itself, which the loader can find; other names still get the standard look-up. For example,
    WeasyPrint looks up `libpango-1.0-0`, which is `libpango-1.0.so.0`.
    """
    stock = ctypes.util.find_library
    known = {name.split(".so")[0]: name for name in library_names()}

    def find_library(name: str) -> str | None:
        stem = name if name.startswith("lib") else f"lib{name}"
        if stem.startswith("libharfbuzz-vector"):
            # It draws colour glyphs, which no bundled font has, and Debian 12 does not package it.
            return None
        return known.get(stem) or known.get(stem.rpartition("-")[0]) or stock(name)

    ctypes.util.find_library = find_library


def _name_few_types() -> None:
    """Show cffi's parser only the types that a declaration names.

    WeasyPrint looks up two dozen types. For each of them, the parser parses C again, starting with one line for every
    type declared so far. There are sixty, and their definitions play no role.
    """
    from cffi import cparser  # noqa: PLC0415 - after the look-ups have been replaced

    # There is no public API for this; without `_parse`, cffi is left as it is.
    stock = getattr(cparser.Parser, "_parse", None)
    if stock is None:
        return

    def parse(self: Any, source: str) -> Any:
        known, words = self._declarations, set(_WORD.findall(source))
        self._declarations = {
            name: one for name, one in known.items() if not name.startswith(_TYPE) or name.removeprefix(_TYPE) in words
        }
        try:
            return stock(self, source)
        finally:
            self._declarations = known

    cparser.Parser._parse = parse  # noqa: SLF001
