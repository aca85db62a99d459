"""Repairs text that was decoded with the wrong encoding (mojibake): `â€™` for ’, `Ã¼` for ü."""

import re

from briefgen.expressions import expression
from briefgen.yamltext.span import Span

# The characters of UTF-8's continuation bytes, 0x80 to 0xBF, in Windows-1252; undefined bytes are kept as they are.
_CONTINUATIONS = "".join(
    sorted({bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(0x80, 0xC0)} | {"\u0080"})
)
_CONTINUATION = f"[{re.escape(_CONTINUATIONS)}]"
GARBLED = expression(f"[Â-ß]{_CONTINUATION}|[à-ï]{_CONTINUATION}{{2}}|[ð-ô]{_CONTINUATION}{{3}}")
_UNDEFINED = {chr(byte): byte for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


def restore(words: str) -> str:
    """Return the original text of garbled characters, or ""."""
    try:
        data = b"".join(bytes([_UNDEFINED[each]]) if each in _UNDEFINED else each.encode("cp1252") for each in words)
        return data.decode("utf-8")
    except UnicodeError:
        return ""


def find_garbled(text: str, at: int) -> tuple[Span, str] | None:
    """Return the span of the garbled character at an offset, and the original, or None."""
    for match in GARBLED.finditer(text, max(0, at - 3), at + 4):
        if match.start() <= at < match.end() and (original := restore(match.group())):
            return Span(*match.span()), original
    return None


def name_encoding(data: bytes, at: int) -> str:
    """Describe a byte that is invalid in UTF-8, with the encoding that the file probably has."""
    if data[:2] in _MARKS:
        return _MARKS[data[:2]]
    if data.count(0) * 3 >= len(data):
        return "UTF-16"
    letter = data[at : at + 1].decode("cp1252", errors="ignore")
    # A lone byte at the end belongs to a truncated character.
    is_letter = at + 1 < len(data) and bool(letter) and (letter.isalpha() or letter in "“”‘’–—…€")
    shown = f", which is {letter} in Windows-1252" if is_letter else ""
    return f"byte 0x{data[at]:02X} is here{shown}"
