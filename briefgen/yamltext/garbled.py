"""Text that was read in another encoding than it was written in: `â€™` for ’, `Ã¼` for ü."""

import re

from briefgen.yamltext.span import Span

# The characters that the bytes 0x80 to 0xBF, which go on with a character in UTF-8, are in Windows-1252; those that
# it leaves out come through as they are.
_CONTINUED = "".join(
    sorted({bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(0x80, 0xC0)} | {"\u0080"})
)
_FOLLOWS = f"[{re.escape(_CONTINUED)}]"
GARBLED = re.compile(f"[Â-ß]{_FOLLOWS}|[à-ï]{_FOLLOWS}{{2}}|[ð-ô]{_FOLLOWS}{{3}}")
_UNDEFINED = {chr(byte): byte for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


def restore(words: str) -> str:
    """Return what garbled characters were written as, or nothing."""
    try:
        data = b"".join(bytes([_UNDEFINED[each]]) if each in _UNDEFINED else each.encode("cp1252") for each in words)
        return data.decode("utf-8")
    except UnicodeError:
        return ""


def find_garbled(text: str, at: int) -> tuple[Span, str] | None:
    """Return the garbled character that holds the one at an offset, and what it was."""
    for match in GARBLED.finditer(text, max(0, at - 3), at + 4):
        if match.start() <= at < match.end() and (meant := restore(match.group())):
            return Span(*match.span()), meant
    return None


def name_encoding(data: bytes, at: int) -> str:
    """Say what a byte that is no UTF-8 tells of the encoding of a file."""
    if data[:2] in _MARKS:
        return _MARKS[data[:2]]
    if data.count(0) * 3 >= len(data):
        return "UTF-16"
    letter = data[at : at + 1].decode("cp1252", errors="ignore")
    # A lone byte at the end is what is left of a character that was cut.
    is_letter = at + 1 < len(data) and bool(letter) and (letter.isalpha() or letter in "“”‘’–—…€")
    shown = f", which is {letter} in Windows-1252" if is_letter else ""
    return f"byte 0x{data[at]:02X} stands here{shown}"
