"""Addresses that stand in a text without any markup."""

import re
from collections.abc import Iterator

from briefgen.yamltext import Span

# Brackets are part of an address in pairs only, as in GFM; wide marks of punctuation never are.
_PLAIN = r"[^\s\x00<>()\[\]“”«»，。；：！？、（）「」『』《》]"
_BARE = re.compile(rf"(?<![A-Za-z0-9])https?://{_PLAIN}(?:{_PLAIN}|\({_PLAIN}{{0,256}}\)){{0,2047}}+")
_TRAILING = ".,;:!?'\"*_~"


def find_addresses(text: str) -> Iterator[Span]:
    """Yield where addresses stand; the punctuation behind one is the sentence's."""
    if "://" not in text:
        return
    for found in _BARE.finditer(text):
        address = found.group().rstrip(_TRAILING)
        yield Span(found.start(), found.start() + len(address))
