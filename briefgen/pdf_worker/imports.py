"""Makes WeasyPrint's import cheaper, and cffi as it is used: three tricks, each with what it brings.

Measured on newsletter 133, the whole command `build 133` in alternating runs: answering cffi's questions saves 13 %
of the processor time (15 % of the wall time), leaving font modules out 7 % and 12 MiB of 77, telling cffi's parser of
fewer types 5 % (6 %).
"""

import ctypes.util
import re
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
_WORD: Final = re.compile(r"\w+")
_TYPE: Final = "typedef "


def prepare_imports() -> None:
    """Make ready for `import weasyprint`; call it first in a process that does nothing else."""
    _answer_look_ups()
    _name_few_types()
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


def _name_few_types() -> None:
    """Tell cffi's parser only of those types that a declaration names.

    It reads C anew for each of the two dozen types that WeasyPrint asks for, after a line for every type that it has
    ever heard of, of which there are sixty; what they are plays no role.
    """
    from cffi import cparser  # noqa: PLC0415 - once cffi's questions are answered

    # There is no public place to say which types count; a cffi without this one goes the stock way.
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
