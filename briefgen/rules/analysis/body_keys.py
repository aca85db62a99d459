"""Lines of a body that were meant as keys of its item, but are indented so far that they belong to the text."""

import re
from collections.abc import Iterator

from msgspec import Struct

from briefgen.manuscript import ItemText
from briefgen.yamltext import Span

_KEYS = (
    "title", "deck", "author", "authors", "body", "section", "image", "file", "alt", "caption", "credit", "sources",
    "briefs", "feature", "outlet", "url", "date", "language", "summary", "number", "bio",
)  # fmt: skip
# A string, so that `re` compiles it when a text first needs it.
_ITEM_KEYS = frozenset({"title", "deck", "author", "authors", "section", "image", "language"})
# A value of an item's key on one line: a few words without the punctuation of a sentence.
_VALUE = r"[^.!?;:]{1,60}(?:\[.*\])?"
_LINE = rf"(?m)^[ ]*(?:- )?(?P<key>{'|'.join(_KEYS)}):(?=[ ]|$)[^\n]*$"


class BodyKeys(Struct, frozen=True):
    """Lines one below the other that look like keys."""

    span: Span
    """From the first key to the end of the last line, in the text of the body."""
    key: str
    """The first key."""
    count: int
    """The number of lines."""
    begins_paragraph: bool
    ends_body: bool


def find_body_keys(item: ItemText) -> Iterator[BodyKeys]:
    """Yield the lines of a body that look like keys; a single one only where a paragraph begins or the body ends."""
    text = item.prose.visible
    if not any(f"{key}:" in text for key in _KEYS):
        return
    run: list[re.Match[str]] = []
    for match in re.finditer(_LINE, text):
        if run and match.start() != run[-1].end() + 1:
            yield from _read(item, run)
            run = []
        run.append(match)
    yield from _read(item, run)


def _read(item: ItemText, run: list[re.Match[str]]) -> Iterator[BodyKeys]:
    if not run:
        return
    start = run[0].start("key")
    starts = any(block.kind == "paragraph" and block.span.start == start for block in item.prose.blocks)
    ends = _ends_body(item.prose.visible, run[0])
    if starts or ends or len({match["key"] for match in run}) > 1:
        yield BodyKeys(Span(start, run[-1].end()), run[0]["key"], len(run), starts, ends)


def _ends_body(text: str, line: re.Match[str]) -> bool:
    """Return whether a line is the last of a body, right below a whole sentence, and would be valid as a key."""
    if line["key"] not in _ITEM_KEYS or text[line.end() :].strip():
        return False
    value = text[line.end("key") + 1 : line.end()].strip()
    before = text[: line.start()].rstrip("\0 ").removesuffix("\n").rstrip("\0 ")
    is_word = "\0" not in value and re.fullmatch(_VALUE, value) is not None
    return is_word and before.endswith((".", "!", "?", "”", ")", "]", '"'))
