"""Lays out plain text: breaks lines by the cells they take, numbers links, sets tables in columns."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Final

from briefgen.edition.edition import Correction, Edition, FormattedText, Picture, SourceEntry
from briefgen.markdown import TextBlock, TextRun
from briefgen.model.spaces import collapse_spaces
from briefgen.render.escaping import literal_text
from briefgen.reports.terminal_width import width

WIDTH: Final = 72
"""The cells of a line: what mail programs of old showed, so that a reply with its `> ` still fits 80."""
_GLUE: Final = "\0"
"""A space at which no line is broken; no text contains it."""
_GAP: Final = "  "
_NO_START: Final = frozenset(
    "、。，．：；！？）」』】〉》〕］｝”’…‥・ー々％ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ,.:;!?)]}%_*~"
)
_NO_END: Final = frozenset("（「『【〈《〔［｛“‘([{$¥£€_*~")
_HANGUL: Final = range(0xAC00, 0xD7A4)

Words = FormattedText | str | tuple[TextRun, ...]


class PlainPage:
    """One text on its way: what a template calls to lay out its parts."""

    def __init__(self, edition: Edition) -> None:
        """Begin a text of an edition."""
        self._pictures_at = edition.mail.page
        self._labels = edition.labels
        self._numbers: dict[str, int] = {}
        self._due: dict[int, str] = {}
        """The links to be listed next."""

    def lines(self, words: Words, first: str = "", rest: str = "") -> str:
        """Return words in lines; `first` and `rest` precede the first and all others."""
        return literal_text("\n".join(self._wrap(words, first, rest)))

    def heading(self, words: Words, mark: str) -> str:
        """Return words in lines, underlined with a mark."""
        lines = list(self._wrap(words))
        return literal_text("\n".join([*lines, mark * max(map(width, lines), default=0)]))

    def rule(self, mark: str = "-") -> str:
        """Return a line across the page."""
        return literal_text(mark * WIDTH)

    def blocks(self, blocks: Sequence[TextBlock]) -> str:
        """Return the blocks of a body, with blank lines between them."""
        written, before = "", None
        for block in blocks:
            if before is not None:
                # Within a quotation, its mark stands before the blank line, too.
                quoted = _shared(before.rest, block.first).rstrip()
                written += "\n" if block.is_tight else f"\n{quoted}\n"
            written += "\n".join(line.rstrip() for line in self._block(block))
            before = block
        return literal_text(written)

    def links(self) -> str:
        """Return the addresses of the links since the last call, with their numbers; empty if there are none."""
        listed = "\n".join(f"[{number}] {address}" for number, address in sorted(self._due.items()))
        self._due.clear()
        return literal_text(listed)

    def picture(self, picture: Picture) -> Words:
        """Return what stands for a picture: its alt text in brackets, as a link if it has an address."""
        return (TextRun(f"[{picture.alt}]", self.address_of(picture.path)),) if picture.alt else ()

    def dated(self, correction: Correction) -> Words:
        """Return a correction with its date."""
        return (TextRun(f"{correction.date_long}{self._labels.colon}"), *correction.plain)

    def source(self, source: SourceEntry) -> Words:
        """Return an entry of the list of sources without its addresses."""
        labels = self._labels
        title = f"{labels.quote_open}{source.title.text}{labels.quote_close}{source.translation.text}"
        aside = labels.aside.replace("{words}", source.outlet_label) if source.outlet_label else ""
        outlet = source.outlet.text + aside
        parts = [outlet, source.author.text, title if source.title else "", source.date]
        line = labels.comma.join(filter(None, parts))
        ends = "" if line.endswith(labels.stop) else labels.stop
        return " ".join(filter(None, [f"{line}{ends}", source.archived_label, source.accessed_label]))

    def address_of(self, path: str) -> str:
        """Return the address of a picture; empty if the publication has none."""
        return self._pictures_at + path if self._pictures_at else ""

    def _block(self, block: TextBlock) -> Iterator[str]:
        match block.kind:
            case "code":
                for index, line in enumerate("".join(run.words for run in block.runs).split("\n")):
                    yield f"{block.rest if index else block.first}    {line}"
            case "table":
                yield from self._table(block)
            case "rule":
                yield block.first + "* * *"
            case "picture":
                alt = "".join(run.words for run in block.runs)
                yield from self._wrap((TextRun(f"[{alt}]", self.address_of(block.path)),), block.first, block.rest)
            case "heading":
                lines = list(self._wrap(block.runs, block.first, block.rest))
                yield from lines
                yield block.rest + "-" * max(width(line) - width(block.rest) for line in lines)
            case _:
                yield from self._wrap(block.runs, block.first, block.rest)

    def _wrap(self, words: Words, first: str = "", rest: str = "") -> Iterator[str]:
        """Yield the lines of words; one word may be wider than a line."""
        lead = first
        for text in self._number(words).split("\n"):
            line, is_empty = lead, True
            for gap, unit in _units(text):
                space = "" if is_empty else gap
                if not is_empty and width(line) + width(space + unit) > WIDTH:
                    yield line.replace(_GLUE, " ").rstrip()
                    line, space = rest, ""
                line += space + unit
                is_empty = False
            yield line.replace(_GLUE, " ").rstrip()
            lead = rest

    def _number(self, words: Words) -> str:
        """Return words as one text, with the number of each link after it."""
        match words:
            case str():
                return words
            case FormattedText(plain=plain, text=text):
                return self._number(plain) if plain else text
            case _:
                return "".join(self._number_run(run) for run in words)

    def _number_run(self, run: TextRun) -> str:
        if not run.address:
            return run.words
        number = self._numbers.setdefault(run.address, len(self._numbers) + 1)
        self._due[number] = run.address
        return f"{run.words}{_GLUE}[{number}]"

    def _table(self, table: TextBlock) -> Iterator[str]:
        rows = [[collapse_spaces(self._number(cell).replace(_GLUE, " ")) for cell in row] for row in table.rows]
        columns = max(map(len, rows))
        rows = [row + [""] * (columns - len(row)) for row in rows]
        widths = [max(1, *(width(row[column]) for row in rows)) for column in range(columns)]
        if len(table.rest) + sum(widths) + len(_GAP) * (columns - 1) <= WIDTH:
            yield from _columns(rows, widths, table)
            return
        # Cells side by side would have to be broken, and nobody could read them; each row becomes a record.
        head, *records = rows
        yield from self._wrap(" | ".join(filter(None, head)), table.first, table.rest)
        for record in records:
            yield table.rest
            for name, cell in zip(head, record, strict=True):
                if cell:
                    named = f"{name}{self._labels.colon}{cell}" if name else cell
                    yield from self._wrap(named, table.rest, table.rest + _GAP)


def _shared(one: str, other: str) -> str:
    """Return what two texts both begin with."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return "".join(character for character, _ in pairs)


def _columns(rows: Sequence[Sequence[str]], widths: Sequence[int], table: TextBlock) -> Iterator[str]:
    lines = [*rows[:1], ["-" * each for each in widths], *rows[1:]]
    aligned = [*table.aligns, *([""] * len(widths))]
    for index, row in enumerate(lines):
        cells = (_pad(cell, room, align) for cell, room, align in zip(row, widths, aligned, strict=False))
        yield (table.rest if index else table.first) + _GAP.join(cells)


def _pad(cell: str, room: int, align: str) -> str:
    free = room - width(cell)
    match align:
        case "right":
            return " " * free + cell
        case "center":
            return " " * (free // 2) + cell + " " * (free - free // 2)
        case _:
            return cell + " " * free


def _units(text: str) -> Iterator[tuple[str, str]]:
    """Yield what a line is not broken in, each with the space before it."""
    for word in text.split(" "):
        if word:
            for index, piece in enumerate(_pieces(word)):
                yield ("" if index else " "), piece


def _pieces(word: str) -> Iterable[str]:
    """Return the parts of a word: Han and Kana may be parted anywhere but around punctuation."""
    if word.isascii():
        return (word,)
    pieces = [""]
    for place, character in enumerate(word):
        before = word[place - 1] if place else ""
        parts = before and (_is_wide(before) or _is_wide(character))
        if parts and character not in _NO_START and before not in _NO_END and before != _GLUE != character:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in {"W", "F"} and ord(character) not in _HANGUL


def tidy(text: str) -> str:
    """Return a text without spaces at the ends of lines and without two blank lines in a row."""
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n") + "\n"
