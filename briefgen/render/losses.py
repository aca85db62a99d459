"""Compares the page and the Markdown with the words of their edition: none of them may be lost on the way."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Final
from unicodedata import normalize

from markupsafe import Markup

from briefgen.edition.edition import Edition, Item, Picture, Words
from briefgen.render.lost_words import LostWordsError
from briefgen.render.templates import Templates

Check = Callable[[str, Edition], None]

_MUTE: Final = re.compile(r"<(script|style|title)\b.*?</\1>", re.DOTALL)
_TAG: Final = re.compile(r"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_CALL: Final = re.compile(r"<sup\b.*?</sup>", re.DOTALL)
_TARGET: Final = re.compile(r"(?<!\\)\]\((?:<[^<>\n]*>|[^()\s<>]*(?:\([^()\s]*\)[^()\s]*)*)(?: \"[^\"\n]*\")?\)")
"""Where a link or a picture leads, behind its words, as briefgen writes it."""
_NEAR: Final = 16
"""The letters that markup may add before a block."""
_SHOWN: Final = 60


def check_output(check: Check, text: str, edition: Edition, templates: Templates) -> str:
    """Return a remark when the publication's own templates leave words out; raise `LostWordsError` when ours do."""
    try:
        check(text, edition)
    except LostWordsError as loss:
        if not templates.has_own:
            raise
        return f"{loss}: the publication's own templates leave them out"
    return ""


def check_page(page: str, edition: Edition) -> None:
    """Raise `LostWordsError` when a page lacks a title, a deck, a name, a picture's words, a body or a note.

    A template may leave out the rest, may add to all of it, and may put the parts into an order of its own.
    """
    name = "the page"
    letters = _letters(_strip(page))
    for words in (*_spoken(edition), *(block.html for item in edition.items for block in item.blocks)):
        _require(_plain(words), letters, name)


def check_markdown(markdown: str, edition: Edition) -> None:
    """Raise `LostWordsError` when the Markdown lacks what a page may not lack."""
    name = "the Markdown file"
    letters = _letters(_TARGET.sub("]", markdown))
    for words in _spoken(edition):
        # A note's number on the page is its label in Markdown.
        for piece in map(_strip, _CALL.split(words)) if isinstance(words, Markup) else [_plain(words)]:
            _require(piece, letters, name)
    for item in edition.items:
        _require(_TARGET.sub("]", item.markdown), letters, name)
        _follow(item, name)


def _spoken(edition: Edition) -> Iterator[str | Words]:
    """Yield the author's words that stand outside the bodies."""
    yield from _told(edition.lead)
    yield from (section.title for section in edition.sections if section.is_named)
    for item in edition.items:
        yield from (item.title_html, item.deck, *_told(item.picture))
        for author in item.authors:
            yield from (author.name, author.bio)
        yield from (note.html for note in item.notes)
    yield from (correction.html for correction in edition.corrections)


def _told(picture: Picture | None) -> Iterator[str | Words]:
    if picture is not None:
        yield from (picture.caption, picture.credit)


def _follow(item: Item, name: str) -> None:
    """Hold a body's Markdown against its HTML: the letters come in one order, and markup adds some of its own."""
    blocks = [_strip(_CALL.sub("", block.html)) for block in item.blocks]
    text = "".join(blocks)
    # Where code holds what looks like a link's target, only the whole text can tell.
    markdown = item.markdown if "](" in text else _TARGET.sub("]", item.markdown)
    letters, place = _letters(markdown), 0
    for words in blocks:
        place = _find_end(_letters(words), letters, place)
        if place < 0:
            raise LostWordsError(f"{name} lacks words of “{_shorten(words)}”")


def _find_end(words: str, letters: str, place: int) -> int:
    """Return where words end that begin at `place` or later; others may stand between their letters. Else -1."""
    if (whole := letters.find(words, place, place + len(words) + _NEAR)) >= 0:
        return whole + len(words)
    for letter in words:
        place = letters.find(letter, place) + 1
        if not place:
            return -1
    return place


def _require(words: str, letters: str, name: str) -> None:
    if _letters(words) not in letters:
        raise LostWordsError(f"{name} lacks the words “{_shorten(words)}”")


def _plain(words: str | Words) -> str:
    match words:
        case Words(html=html):
            return _strip(html)
        case Markup():
            return _strip(words)
        case _:
            return words


def _strip(html: str) -> str:
    return unescape(_TAG.sub("", _MUTE.sub("", html)))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, normalize("NFKC", text)))


def _shorten(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rsplit(' ', 1)[0]}…"
