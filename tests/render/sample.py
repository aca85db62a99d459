"""An edition built by hand that shows every part a template may print."""

import re
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path

from markupsafe import Markup
from msgspec.structs import replace
from PIL import Image, ImageDraw

from briefgen.edition.edition import (
    Author,
    Block,
    BlockKind,
    Correction,
    Edition,
    FormattedText,
    Item,
    MailHead,
    Masthead,
    Note,
    Picture,
    Pictures,
    SourceEntry,
)
from briefgen.edition.output import Output
from briefgen.model import ENGLISH

__all__ = ["Output", "make_edition", "make_notes_edition", "make_pictures"]


def _plain(words: str) -> FormattedText:
    return FormattedText(Markup.escape(words), words)


_MASTHEAD = Masthead(
    name="Harbour Ledger",
    tagline="Ports, fleets and the people who pay for them",
    publisher="The Harbour Desk",
    url="https://harbour.example",
    language="en",
    direction="ltr",
    number="7",
    number_label="No. 7",
    date="2026-03-06",
    date_long="March 6, 2026",
    imprint=_plain("No. 7, March 6, 2026. The Harbour Desk."),
)
_LEAD = Picture(
    path="images/cranes.png",
    alt="Four quay cranes over a flat sea at dusk",
    caption=FormattedText(
        Markup("The north quay, drawn from the <em>harbour plan</em>."),
        "The north quay, drawn from the *harbour plan*.",
    ),
    credit=FormattedText(Markup("Drawing: Harbour Ledger"), "Drawing: Harbour Ledger"),
    width=800,
    height=360,
)


def _link(url: str, label: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(url, label)


_GAZETTE = _link("https://gazette.example/dredging", "Coast Gazette, January 14")
_RIBAO = _link("https://ribao.example/2025/gang", "Gangkou Ribao, November 30, 2025")
_GROUPS = (_GAZETTE, Markup("{}; {}").format(_GAZETTE, _RIBAO), Markup("Fleet List, undated"))
_PLAIN_GROUPS = (
    "[Coast Gazette, January 14](https://gazette.example/dredging)",
    (
        "[Coast Gazette, January 14](https://gazette.example/dredging); "
        "[Gangkou Ribao, November 30, 2025](https://ribao.example/2025/gang)"
    ),
    "Fleet List, undated",
)
_HERE = Path(__file__).parent
_KINDS: tuple[BlockKind, ...] = (
    "paragraph",
    "paragraph",
    "heading",
    "list",
    "quote",
    "table",
    "paragraph",
    "list",
)
_HTML = (_HERE / "body.html").read_text(encoding="utf-8").strip().split("\n\n")
_MARKDOWN = (_HERE / "body.md").read_text(encoding="utf-8").strip()
_BRIEFS = (
    (
        "Pilots Ask for Night Rates",
        "Twenty pilots of the Varne station have asked for the night rate to begin at six instead of eight.",
    ),
    (
        "A Canal Counts Its Locks: 14, Not 15",
        "A survey finds one lock fewer than the canal has charged for since its third repair.",
    ),
)
_SOURCES = (
    SourceEntry(
        id="source-1",
        number=1,
        outlet=_plain("Coast Gazette"),
        outlet_label="",
        author=_plain("Mara Holt"),
        title=_plain("A dredger on loan"),
        title_language="",
        translated_title=_plain(""),
        translation=_plain(""),
        date="January 14, 2026",
        date_iso="2026-01-14",
        url="https://gazette.example/dredging",
        archived_url="https://archive.example/1/gazette.example/dredging",
        archived_date="February 2, 2026",
        archived_label="Archived copy, February 2, 2026",
        accessed="",
        accessed_label="",
    ),
    SourceEntry(
        id="source-2",
        number=2,
        outlet=_plain("Gangkou Ribao"),
        outlet_label="state media",
        author=_plain(""),
        title=_plain("港口互助新篇章"),
        title_language="zh-Hans",
        translated_title=_plain("A new chapter of mutual help among ports"),
        translation=_plain(" (A new chapter of mutual help among ports)"),
        date="November 30, 2025",
        date_iso="2025-11-30",
        url="https://ribao.example/2025/gang?id=4&page=2",
        archived_url="",
        archived_date="",
        archived_label="",
        accessed="March 1, 2026",
        accessed_label="Accessed March 1, 2026.",
    ),
    SourceEntry(
        id="source-3",
        number=3,
        outlet=_plain("Fleet List"),
        outlet_label="",
        author=_plain(""),
        title=_plain(""),
        title_language="",
        translated_title=_plain(""),
        translation=_plain(""),
        date="undated",
        date_iso="",
        url="",
        archived_url="",
        archived_date="",
        archived_label="",
        accessed="",
        accessed_label="",
    ),
)


def _note(item: str, number: int, group: Markup) -> Note:
    return Note(
        id=f"{item}-note-{number}",
        call_id=f"{item}-call-{number}",
        number=str(number),
        html=group,
        back_label=f"Back to note {number} in the text",
    )


def _call(note: Note) -> Markup:
    return Markup('<sup class="call"><a id="{}" href="#{}" role="doc-noteref">{}</a></sup>').format(
        note.call_id, note.id, note.number
    )


def _fill(text: str, groups: Sequence[str], *, as_notes: bool) -> str:
    """Insert groups into a text: note numbers directly after the word, parentheses after a space."""
    return re.sub(r" \{(\d)\}" if as_notes else r"\{(\d)\}", lambda found: groups[int(found[1])], text)


def _feature(*, as_notes: bool) -> Item:
    notes = tuple(_note("feature", number, group) for number, group in enumerate(_GROUPS, 1))
    groups = (
        [_call(one) for one in notes]
        if as_notes
        else [Markup('<span class="cite">({})</span>').format(group) for group in _GROUPS]
    )
    plain = [note.number for note in notes] if as_notes else [f"({group})" for group in _PLAIN_GROUPS]
    return Item(
        kind="feature",
        id="feature",
        title="A Dredger for Three Harbours (长江)",
        title_html=FormattedText(
            Markup('A Dredger for Three Harbours (<span lang="zh-Hans">长江</span>)'),
            "A Dredger for Three Harbours (长江)",
        ),
        deck=FormattedText(
            Markup("A loan of one ship says more about the strait than <em>any</em> treaty."),
            "A loan of one ship says more about the strait than *any* treaty.",
        ),
        authors=(
            Author(
                name="Ines Varga",
                url="https://harbour.example/varga",
                bio=FormattedText(Markup("Ines Varga writes about ports."), "Ines Varga writes about ports."),
            ),
            Author(name="Tom Aldous", url="", bio=FormattedText(Markup(""), "")),
        ),
        byline=FormattedText(
            Markup(
                'By <span class="author"><a href="https://harbour.example/varga">Ines Varga</a></span> and '
                '<span class="author">Tom Aldous</span>'
            ),
            "By [**Ines Varga**](https://harbour.example/varga) and **Tom Aldous**",
        ),
        pictures=(),
        blocks=tuple(
            Block(
                kind=kind,
                html=Markup(_fill(html, groups, as_notes=as_notes)),  # noqa: S704 - our own text
                notes=tuple(note for index, note in enumerate(notes) if as_notes and f"{{{index}}}" in html),
            )
            for kind, html in zip(_KINDS, _HTML, strict=True)
        ),
        markdown=_fill(_MARKDOWN, plain, as_notes=as_notes),
        notes=notes if as_notes else (),
        endnotes=_endnotes() if as_notes else "",
        labels=ENGLISH,
    )


def _endnotes() -> str:
    return "**Notes**\n\n" + "\n".join(f"{number}. {group}" for number, group in enumerate(_PLAIN_GROUPS, 1))


def _brief(index: int, title: str, text: str) -> Item:
    texts = (text, "The station has not said when the next meeting is.", "Nor has it said who is to pay for it.")
    return Item(
        kind="brief",
        id=f"brief-{index}",
        title=title,
        title_html=FormattedText(Markup.escape(title), title),
        deck=FormattedText(Markup(""), ""),
        authors=(),
        byline=_plain(""),
        pictures=(),
        blocks=tuple(Block(kind="paragraph", html=Markup("<p>{}</p>").format(one)) for one in texts),
        markdown="\n\n".join(texts),
        notes=(),
        endnotes="",
        labels=ENGLISH,
    )


def make_edition(**changes: object) -> Edition:
    """Return an issue with every part; `changes` replace its fields."""
    edition = Edition(
        masthead=_MASTHEAD,
        slug="7-a-dredger",
        title="Harbour Ledger 7: A Dredger for Three Harbours (长江)",
        summary="One ship, three harbours, and who keeps the soundings.",
        lead=_LEAD,
        feature=_feature(as_notes=False),
        briefs=tuple(_brief(index, *brief) for index, brief in enumerate(_BRIEFS, 1)),
        sources=_SOURCES,
        corrections=(
            Correction(
                date="2026-03-09",
                date_long="March 9, 2026",
                html=Markup("An earlier version gave the depth at Varne as <em>ten</em> metres."),
                markdown="An earlier version gave the depth at Varne as *ten* metres.",
            ),
        ),
        modified="2026-03-09",
        labels=ENGLISH,
        set_in="Set in Source Serif, Source Sans and Noto Serif.",
        theme=(),
        paper="a4",
        pdf="",
        is_draft=False,
        mail=MailHead(subject="Harbour Ledger 7: A Dredger for Three Harbours"),
        json_ld={
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": "A Dredger </script><b>",
        },
    )
    return replace(edition, **changes)


def make_notes_edition() -> Edition:
    """Return the same issue under `citations: notes`."""
    return make_edition(feature=_feature(as_notes=True))


@cache
def make_pictures() -> Pictures:
    """Return the picture of the issue as the bytes of a PNG."""
    image = Image.new("RGB", (_LEAD.width, _LEAD.height), "#1c2b47")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 270, 800, 360), fill="#0d1626")
    for left in (90, 270, 450, 630):
        pen.polygon([(left, 270), (left + 20, 90), (left + 40, 270)], fill="#9b1b1e")
        pen.rectangle((left - 40, 96, left + 120, 108), fill="#d98b5f")
    content = BytesIO()
    image.save(content, "PNG")
    return {_LEAD.path: content.getvalue()}
