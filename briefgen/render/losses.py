"""Checks that no text of an edition is missing from the web page or the Markdown."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Final
from unicodedata import normalize

from markupsafe import Markup

from briefgen.edition.edition import Edition, FormattedText, Item, Picture
from briefgen.expressions import expression
from briefgen.render.lost_words import LostWordsError
from briefgen.render.templates import Templates

Check = Callable[[str, Edition], None]

_INVISIBLE: Final = expression(r"<(script|style|title)\b.*?</\1>", re.DOTALL)
_TAG: Final = expression(r"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_CALL: Final = expression(r"<sup\b.*?</sup>", re.DOTALL)
_TARGET: Final = expression(r"(?<!\\)\]\((?:<[^<>\n]*>|[^()\s<>]*(?:\([^()\s]*\)[^()\s]*)*)(?: \"[^\"\n]*\")?\)")
"""The target of a link or picture, after its text, as briefgen writes it."""
_REFERENCE: Final = expression(r"\[\^?\d+\]")
"""The number of a link or a note in plain text; whatever else looks like one is left out of the comparison, too."""
_ENTITY: Final = expression(r"(?s)(?<!\\)(?P<code>(`+)(?!`).*?(?<!`)\2(?!`))|(?<!\\)(?:\\\\)*+&(?:lt|amp|#32);")
"""Code, and the entities that briefgen writes outside of code."""
_NEAR: Final = 16
"""How many letters markup may add before a block."""
_SHOWN: Final = 60


def check_output(check: Check, text: str, edition: Edition, templates: Templates) -> str:
    """Run a check; return a remark if the publication's own templates leave text out.

    Raises:
        LostWordsError: briefgen's own templates leave text out.
    """
    try:
        check(text, edition)
    except LostWordsError as loss:
        if not templates.has_own:
            raise
        return f"{loss}: the publication's own templates leave them out"
    return ""


def check_page(page: str, edition: Edition) -> None:
    """Check that a page has all titles, decks, names, captions, bodies and notes.

    Templates may leave out other content, add to it, and change the order.

    Raises:
        LostWordsError: some text is missing.
    """
    _check_all(page, edition, "the page")


def _check_all(page: str, edition: Edition, name: str) -> None:
    letters = _letters(_strip(page))
    blocks = (block for item in edition.items for block in item.blocks)
    for words in (*_texts_outside_bodies(edition), *(html for block in blocks for html, _ in block.pieces)):
        _require(_plain(words), letters, name)
    _count_pictures(page.count("<img"), edition, name)


def check_markdown(markdown: str, edition: Edition) -> None:
    """Check the Markdown like `check_page`.

    Raises:
        LostWordsError: some text is missing.
    """
    name = "the Markdown file"
    without_targets = _TARGET.sub("]", markdown)
    letters, letters_of_bodies = _letters(_without_entities(without_targets)), _letters(without_targets)
    for words in _texts_outside_bodies(edition):
        # Notes have numbers on the page, but labels in Markdown.
        for piece in map(_strip, _CALL.split(words)) if isinstance(words, Markup) else [_plain(words)]:
            # Code may contain something like a link's target.
            if "](" not in piece or _find_lost([piece], _letters(markdown)):
                _require(piece, letters, name)
    _count_pictures(markdown.count("!["), edition, name)
    for item in edition.items:
        _require(_TARGET.sub("]", item.markdown), letters_of_bodies, name)
        _check_body(item, name)


def check_mail(html: str, edition: Edition) -> None:
    """Check the HTML of a mail like `check_page`; a teaser needs only what stands above the bodies.

    Raises:
        LostWordsError: some text is missing.
    """
    name = "the mail"
    if not edition.mail.is_teaser:
        _check_all(html, edition, name)
        return
    letters = _letters(_strip(html))
    for words in _texts_of_teaser(edition):
        _require(_plain(words), letters, name)


def check_text(text: str, edition: Edition) -> None:
    """Check the plain text like `check_page`.

    Raises:
        LostWordsError: some text is missing.
    """
    _check_text(text, edition, "the text file")


def check_mail_text(text: str, edition: Edition) -> None:
    """Check the text of a mail like its HTML.

    Raises:
        LostWordsError: some text is missing.
    """
    name = "the text of the mail"
    if not edition.mail.is_teaser:
        _check_text(text, edition, name)
        return
    letters = _letters(_REFERENCE.sub("", text))
    for words in _texts_of_teaser(edition):
        _require(_unnumbered(words), letters, name)


def _check_text(text: str, edition: Edition, name: str) -> None:
    letters = _letters(_REFERENCE.sub("", text))
    for words in _texts_outside_bodies(edition):
        # Lists have numbers in plain text.
        if "<ol" not in (words if isinstance(words, Markup) else ""):
            _require(_unnumbered(words), letters, name)
    place = 0
    for block in (block for item in edition.items for block in item.blocks):
        words = _unnumbered(block.html)
        wanted = _letters(words)
        at = letters.find(wanted, place)
        # Numbers of a list, alt texts and the names of a table's columns may stand between the words.
        may_hold_more = block.kind in {"list", "table"} or "<ol" in block.html or block.inner_pictures
        place = at + len(wanted) if at >= 0 else _find_end(wanted, letters, place) if may_hold_more else -1
        if place < 0:
            raise LostWordsError(f"{name} lacks words of “{_shorten(words)}”")


def _texts_of_teaser(edition: Edition) -> Iterator[str | FormattedText]:
    for item in edition.items:
        yield from (item.title_html, item.deck)
        yield from (author.name for author in item.authors)


def _unnumbered(words: str | FormattedText) -> str:
    """Return words without the numbers of notes and what looks like the number of a link."""
    html = words.html if isinstance(words, FormattedText) else words
    return _REFERENCE.sub("", _strip(_CALL.sub("", html)) if isinstance(html, Markup) else html)


def _count_pictures(found: int, edition: Edition, name: str) -> None:
    shown = sum(len(item.shown) for item in edition.items) + (edition.lead is not None)
    if found < shown:
        raise LostWordsError(f"{name} lacks a picture")


def _texts_outside_bodies(edition: Edition) -> Iterator[str | FormattedText]:
    """Yield the author's text outside of bodies."""
    yield from _picture_texts(edition.lead)
    yield from (section.title for section in edition.sections if section.is_named)
    for item in edition.items:
        yield from (item.title_html, item.deck)
        yield from (words for picture in item.shown for words in _picture_texts(picture))
        for author in item.authors:
            yield from (author.name, author.bio)
        yield from (note.html for note in item.notes)
    yield from (correction.html for correction in edition.corrections)


def _picture_texts(picture: Picture | None) -> Iterator[str | FormattedText]:
    if picture is not None:
        yield from (picture.caption, picture.credit)


def _check_body(item: Item, name: str) -> None:
    """Check that an item's Markdown has the letters of its HTML in the same order; markup may add more.

    Raises:
        LostWordsError: some text is missing.
    """
    blocks = [_strip(_CALL.sub("", block.html)) for block in item.blocks]
    text = "".join(blocks)
    # If code contains something like a link's target, targets cannot be removed.
    markdown = item.markdown if "](" in text else _TARGET.sub("]", item.markdown)
    # Blocks of code may contain what looks like an entity.
    lost = _find_lost(blocks, _letters(_without_entities(markdown))) and _find_lost(blocks, _letters(markdown))
    if lost:
        raise LostWordsError(f"{name} lacks words of “{_shorten(lost)}”")


def _find_lost(blocks: list[str], letters: str) -> str:
    """Return the first block whose letters do not follow those of the blocks before it, or an empty text."""
    place = 0
    for words in blocks:
        place = _find_end(_letters(words), letters, place)
        if place < 0:
            return words
    return ""


def _find_end(words: str, letters: str, place: int) -> int:
    """Return where `words` ends in `letters`, as a subsequence that starts at `place` or later, or -1."""
    if (at := letters.find(words, place, place + len(words) + _NEAR)) >= 0:
        return at + len(words)
    for letter in words:
        place = letters.find(letter, place) + 1
        if not place:
            return -1
    return place


def _require(words: str, letters: str, name: str) -> None:
    if _letters(words) not in letters:
        raise LostWordsError(f"{name} lacks the words “{_shorten(words)}”")


def _without_entities(markdown: str) -> str:
    """Return Markdown without the entities that briefgen writes for characters."""
    return _ENTITY.sub(lambda found: found["code"] or " ", markdown) if "&" in markdown else markdown


def _plain(words: str | FormattedText) -> str:
    match words:
        case FormattedText(html=html):
            return _strip(html)
        case Markup():
            return _strip(words)
        case _:
            return words


def _strip(html: str) -> str:
    return unescape(_TAG.sub("", _INVISIBLE.sub("", html)))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, normalize("NFKC", text)))


def _shorten(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rsplit(' ', 1)[0]}…"
