"""Cuts a TrueType font down to a few characters, in the few milliseconds that a web page can spare.

fontTools would do it too, but its import alone costs as much as the rest of the page. The fonts are
briefgen's own, so only the tables that they hold need to be understood: outlines in `glyf`, no hints.
"""

import struct
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

_MAGIC = 0xB1B0AFBA
_SEGMENTED_COVERAGE = 12
"""The format of a character map that reaches beyond U+FFFF."""
_ARGS_ARE_WORDS, _HAS_SCALE, _MORE, _HAS_XY, _HAS_2X2 = 0x1, 0x8, 0x20, 0x40, 0x80
"""Flags of a composite glyph (OpenType 1.9, `glyf`)."""


class TrueType(Struct, frozen=True, dict=True):
    """A font as bytes, with the parts of it that subsetting needs."""

    data: bytes | mmap

    @cached_property
    def _tables(self) -> dict[bytes, tuple[int, int]]:
        count = struct.unpack_from(">H", self.data, 4)[0]
        records = struct.iter_unpack(">4sIII", self.data[12 : 12 + 16 * count])
        return {tag: (offset, length) for tag, _, offset, length in records}

    def table(self, tag: bytes) -> bytes:
        """Return the bytes of one table, for example `b"head"`."""
        offset, length = self._tables[tag]
        return self.data[offset : offset + length]

    @cached_property
    def _character_map(self) -> "_CharacterMap":
        """The format 12 or else the format 4 subtable."""
        cmap = self.table(b"cmap")
        count = struct.unpack_from(">H", cmap, 2)[0]
        offsets = {record[2] for record in struct.iter_unpack(">HHI", cmap[4 : 4 + 8 * count])}
        formats = {struct.unpack_from(">H", cmap, offset)[0]: offset for offset in offsets}
        wide = formats.get(_SEGMENTED_COVERAGE)
        return _parse_format_4(cmap, formats[4]) if wide is None else _parse_format_12(cmap, wide)

    def has(self, character: str) -> bool:
        """Tell whether the font draws a character."""
        return self._character_map.glyph(ord(character)) != 0

    @cached_property
    def _has_long_offsets(self) -> bool:
        return bool(struct.unpack_from(">h", self.table(b"head"), 50)[0])

    def _offset(self, number: int) -> int:
        """Return where a glyph begins in `glyf`; the next one begins where it ends."""
        loca = self._tables[b"loca"][0]
        if self._has_long_offsets:
            return int(struct.unpack_from(">I", self.data, loca + 4 * number)[0])
        return 2 * int(struct.unpack_from(">H", self.data, loca + 2 * number)[0])

    def _glyph(self, number: int) -> bytes:
        start, end = self._offset(number), self._offset(number + 1)
        table = self._tables[b"glyf"][0]
        return self.data[table + start : table + end]

    def _advance(self, number: int) -> tuple[int, int]:
        hmtx, full = self.table(b"hmtx"), struct.unpack_from(">H", self.table(b"hhea"), 34)[0]
        if number < full:
            advance, bearing = struct.unpack_from(">Hh", hmtx, 4 * number)
        else:
            advance = struct.unpack_from(">H", hmtx, 4 * (full - 1))[0]
            bearing = struct.unpack_from(">h", hmtx, 4 * full + 2 * (number - full))[0]
        return advance, bearing

    def subset(self, characters: Iterable[str]) -> bytes:
        """Return a font with these characters, the missing ones left out, and glyph 0.

        The same characters give the same bytes on every machine.
        """
        found = ((code, self._character_map.glyph(code)) for code in sorted({ord(one) for one in characters}))
        wanted = {code: glyph for code, glyph in found if glyph}
        numbers = self._with_components([0, *dict.fromkeys(wanted.values())])
        renumbered = {old: new for new, old in enumerate(numbers)}
        glyphs = [_padded(_renumber(self._glyph(number), renumbered)) for number in numbers]
        offsets = [sum(len(glyph) for glyph in glyphs[:index]) for index in range(len(glyphs) + 1)]
        head, hhea, maxp = (
            bytearray(self.table(b"head")),
            bytearray(self.table(b"hhea")),
            bytearray(self.table(b"maxp")),
        )
        struct.pack_into(">I", head, 8, 0)
        struct.pack_into(">h", head, 50, 1)
        struct.pack_into(">H", hhea, 34, len(numbers))
        struct.pack_into(">H", maxp, 4, len(numbers))
        tables = {
            b"OS/2": self.table(b"OS/2"),
            b"cmap": _write_cmap({code: renumbered[glyph] for code, glyph in wanted.items()}),
            b"glyf": b"".join(glyphs),
            b"head": bytes(head),
            b"hhea": bytes(hhea),
            b"hmtx": b"".join(struct.pack(">Hh", *self._advance(number)) for number in numbers),
            b"loca": struct.pack(f">{len(offsets)}I", *offsets),
            b"maxp": bytes(maxp),
            b"name": self.table(b"name"),
            b"post": struct.pack(">IIhhIIIII", 0x00030000, 0, 0, 0, 0, 0, 0, 0, 0),
        }
        return _assemble(tables)

    def _with_components(self, numbers: list[int]) -> list[int]:
        """Add the glyphs that composite glyphs are made of."""
        found = list(numbers)
        for number in found:
            found.extend(part for _, part in _components(self._glyph(number)) if part not in found)
        return found


def load_truetype(path: Path) -> TrueType:
    """Open a font file; only the parts of it that are asked for are read."""
    with path.open("rb") as file:
        return TrueType(mmap(file.fileno(), 0, access=ACCESS_READ))


class _CharacterMap(NamedTuple):
    """Ranges of code points, in order, and what leads from each to its glyphs."""

    starts: Sequence[int]
    ends: Sequence[int]
    number: Callable[[int, int], int]
    """Takes the index of a range and a code point in it, and returns the number of its glyph."""

    def glyph(self, code: int) -> int:
        """Return the number of a code point's glyph; 0 where the font has none."""
        index = bisect_left(self.ends, code)
        if index == len(self.ends) or code < self.starts[index]:
            return 0
        return self.number(index, code)


def _parse_format_12(cmap: bytes, offset: int) -> _CharacterMap:
    count = struct.unpack_from(">I", cmap, offset + 12)[0]
    groups = struct.unpack_from(f">{3 * count}I", cmap, offset + 16)
    starts, ends, firsts = groups[::3], groups[1::3], groups[2::3]
    return _CharacterMap(starts, ends, lambda index, code: firsts[index] + code - starts[index])


def _parse_format_4(cmap: bytes, offset: int) -> _CharacterMap:
    count = struct.unpack_from(">H", cmap, offset + 6)[0] // 2
    ends, starts, deltas, ranges = (
        struct.unpack_from(f">{count}H", cmap, offset + 14 + 2 * count * part + (2 if part else 0)) for part in range(4)
    )
    base = offset + 16 + 6 * count

    def number(index: int, code: int) -> int:
        if not ranges[index]:
            return int(code + deltas[index]) & 0xFFFF
        place = base + 2 * index + ranges[index] + 2 * (code - starts[index])
        glyph = int(struct.unpack_from(">H", cmap, place)[0])
        return int(glyph + deltas[index]) & 0xFFFF if glyph else 0

    return _CharacterMap(starts, ends, number)


def _components(glyph: bytes) -> list[tuple[int, int]]:
    """Return where a composite glyph names its parts, and their numbers; empty for a plain outline."""
    if not glyph or struct.unpack_from(">h", glyph)[0] >= 0:
        return []
    parts, place, flags = [], 10, _MORE
    while flags & _MORE:
        flags, number = struct.unpack_from(">HH", glyph, place)
        parts.append((place + 2, number))
        place += 8 if flags & _ARGS_ARE_WORDS else 6
        place += 2 if flags & _HAS_SCALE else 4 if flags & _HAS_XY else 8 if flags & _HAS_2X2 else 0
    return parts


def _renumber(glyph: bytes, renumbered: dict[int, int]) -> bytes:
    changed = bytearray(glyph)
    for place, number in _components(glyph):
        struct.pack_into(">H", changed, place, renumbered[number])
    return bytes(changed)


def _write_cmap(characters: dict[int, int]) -> bytes:
    """Write one Windows subtable of format 12, which every browser reads."""
    groups = b"".join(struct.pack(">III", code, code, glyph) for code, glyph in characters.items())
    header = struct.pack(">HHHHI", 0, 1, 3, 10, 12)
    return header + struct.pack(">HHIII", 12, 0, 16 + len(groups), 0, len(characters)) + groups


def _assemble(tables: dict[bytes, bytes]) -> bytes:
    """Lay the tables out with their checksums, sorted by tag as the format asks."""
    power = 1 << (len(tables).bit_length() - 1)
    directory = struct.pack(
        ">IHHHH", 0x00010000, len(tables), 16 * power, power.bit_length() - 1, 16 * (len(tables) - power)
    )
    offset, body = len(directory) + 16 * len(tables), b""
    for tag, table in sorted(tables.items()):
        directory += struct.pack(">4sIII", tag, _checksum(table), offset + len(body), len(table))
        body += _padded(table)
    font = bytearray(directory + body)
    head = offset + sum(len(_padded(table)) for tag, table in sorted(tables.items()) if tag < b"head")
    struct.pack_into(">I", font, head + 8, (_MAGIC - _checksum(bytes(font))) & 0xFFFFFFFF)
    return bytes(font)


def _checksum(table: bytes) -> int:
    padded = _padded(table)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF


def _padded(table: bytes) -> bytes:
    return table + bytes(-len(table) % 4)
