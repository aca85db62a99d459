"""Tells which characters the bundled faces cannot draw, before anything is printed."""

from bisect import bisect_right
from functools import cache
from pathlib import Path
from unicodedata import category

_COVERAGE = Path(__file__).resolve().parent / "fonts" / "coverage.txt"
_SELECTORS = range(0xFE00, 0xFE10)


def missing_characters(text: str) -> frozenset[str]:
    """Return the characters of `text` that no bundled face draws; in the PDF each would be an empty box.

    Control and format characters and variation selectors have no picture of their own and are never
    missing.
    """
    starts, ends = _ranges()
    return frozenset(
        one
        for one in set(text)
        if not one.isascii() and not _is_covered(ord(one), starts, ends) and not _is_silent(one)
    )


def format_coverage(codes: set[int]) -> str:
    """Write code points as the lines of `coverage.txt`: hexadecimal ranges `FIRST-LAST`, sorted."""
    firsts = sorted(code for code in codes if code - 1 not in codes)
    lasts = sorted(code for code in codes if code + 1 not in codes)
    return "".join(f"{first:X}-{last:X}\n" for first, last in zip(firsts, lasts, strict=True))


@cache
def _ranges() -> tuple[tuple[int, ...], tuple[int, ...]]:
    lines = [line.split("-") for line in _COVERAGE.read_text(encoding="ascii").split()]
    return tuple(int(first, 16) for first, _ in lines), tuple(int(last, 16) for _, last in lines)


def _is_covered(code: int, starts: tuple[int, ...], ends: tuple[int, ...]) -> bool:
    index = bisect_right(starts, code) - 1
    return index >= 0 and code <= ends[index]


def _is_silent(character: str) -> bool:
    return category(character) in {"Cc", "Cf", "Zl", "Zp"} or ord(character) in _SELECTORS
