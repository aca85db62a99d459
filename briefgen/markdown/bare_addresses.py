"""Finds bare URLs, which have no markup."""

from collections.abc import Iterator

from briefgen.expressions import expression
from briefgen.yamltext import Span

# Brackets belong to a URL only in pairs, as in GFM; full-width punctuation never does.
_PLAIN = r"[^\s\x00<>()\[\]“”«»，。；：！？、（）「」『』《》]"
_BARE = expression(rf"(?<![A-Za-z0-9])https?://{_PLAIN}(?:{_PLAIN}|\({_PLAIN}{{0,256}}\)){{0,2047}}+")
_TRAILING = ".,;:!?'\"*_~"


def find_addresses(text: str) -> Iterator[Span]:
    """Yield the spans of bare URLs, without punctuation that ends them."""
    if "://" not in text:
        return
    for found in _BARE.finditer(text):
        address = found.group().rstrip(_TRAILING)
        yield Span(found.start(), found.start() + len(address))
