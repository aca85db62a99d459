"""Citations, emphasis and links in fields, as they are read in every output."""

import re
import zlib
from collections.abc import Iterator
from html import unescape
from itertools import product
from typing import Literal

import pytest

from briefgen.compile.shipped_outlets import load_shipped_outlets
from briefgen.edition.compose import PlacedPicture, make_edition
from briefgen.edition.edition import Edition
from briefgen.manuscript import read_manuscript
from briefgen.model import Crop, Publication, Style
from briefgen.render.markdown import render_markdown
from briefgen.render.page import render_html
from briefgen.render.pdf import render_pdf
from briefgen.render.pdf_process import PdfWorker
from briefgen.render.templates import Templates
from briefgen.yamltext import parse_text
from tests.render.sample import make_pictures
from tests.render.test_pdf import read_text

# In the order of print: the lead's caption, the feature's deck and caption and body, a brief's, the correction.
OUTLETS = ("Alfa", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot")
ISSUE = """
number: 1
date: 2023-05-12
image: {file: images/a.png, alt: A ship., caption: "One *ship* [@alfa].", credit: "[Mara Holt](https://e.org/holt)"}
corrections:
  - {date: 2023-05-13, text: "Six *ships* [@foxtrot]."}
briefs:
  - title: "The *Ever Given* waits"
    deck: "Five *ships* [@echo]."
    body: "Words."
feature:
  title: "On the *Dali*"
  deck: "Two *ships* [@bravo]."
  author: {name: Flora, bio: "Flora [writes](https://e.org/flora)."}
  image: {file: images/b.png, alt: Ships., caption: "Three *ships* [@charlie].", credit: "[Tom *Aldous*](https://e.org/tom)"}
  body: "Four ships [@delta]."
sources:
"""
PICTURES: dict[tuple[str, Crop | None], PlacedPicture] = {
    (f"images/{name}.png", None): PlacedPicture("images/cranes.png", 800, 360) for name in "ab"
}


def compose(style: Style) -> Edition:
    # The list of sources is written the other way round.
    sources = "".join(
        f'  {name.lower()}: {{outlet: {name}, date: 2023-05-0{day}, url: "https://e.org/{name}"}}\n'
        for day, name in reversed(list(enumerate(OUTLETS, 1)))
    )
    manuscript = read_manuscript(
        parse_text(ISSUE + sources), "1.yaml", publication=Publication(style=style), outlets=load_shipped_outlets()
    )
    return make_edition(manuscript, slug="1", pictures=PICTURES)


@pytest.fixture(scope="module")
def worker() -> Iterator[PdfWorker]:
    with PdfWorker() as started:
        yield started


CITATIONS: tuple[Literal["inline", "notes"], ...] = ("inline", "notes")
POSITIONS: tuple[Literal["before", "after"] | None, ...] = (None, "before", "after")


@pytest.mark.parametrize(("citations", "position"), list(product(CITATIONS, POSITIONS)))
def test_fields_are_read_in_every_output_with_their_citations(
    worker: PdfWorker, citations: Literal["inline", "notes"], position: Literal["before", "after"] | None
) -> None:
    edition = compose(Style(citations=citations, position=position, months="abbreviated", year="always"))
    pictures, templates = make_pictures(), Templates()
    page = render_html(edition, pictures, templates).content.decode()
    markdown = render_markdown(edition, templates).content.decode()
    pdf = " ".join(read_text(render_pdf(edition, pictures, templates, worker).output.content).split())
    shown = " ".join(unescape(re.sub(r"<[^>]*>", "", page.partition("<body")[2])).split())
    assert [source.outlet.html for source in edition.sources] == list(OUTLETS)
    for number, (name, words) in enumerate(
        zip(OUTLETS, ("One", "Two", "Three", "Four", "Five", "Six"), strict=True), 1
    ):
        cited = f"({name}, May {number}, 2023)"
        assert f'<span class="outlet">{name}</span>' in page.partition(f'<li id="source-{number}"')[2][:99]
        if citations == "notes" and words == "Four":
            continue
        ship = "ship" if words == "One" else "ships"
        text = f"{words} {ship}. {cited}" if position == "after" else f"{words} {ship} {cited}."
        assert text in shown
        assert text in pdf
        linked = f"([{name}, May {number}, 2023](https://e.org/{name}))"
        marked = f"{words} {ship}" if words == "Four" else f"{words} *{ship}*"
        assert (f"{marked}. {linked}" if position == "after" else f"{marked} {linked}.") in markdown


def test_emphasis_and_links_in_fields_are_in_every_output(worker: PdfWorker) -> None:
    edition = compose(Style())
    pictures, templates = make_pictures(), Templates()
    page = render_html(edition, pictures, templates).content.decode()
    markdown = render_markdown(edition, templates).content.decode()
    pdf = render_pdf(edition, pictures, templates, worker).output.content
    assert "On the <em>Dali</em></h2>" in page
    assert "The <em>Ever Given</em> waits" in page
    assert "<title>On the" not in page
    assert "On the *Dali*" in markdown
    assert {"On the Dali", "The Ever Given waits"} <= set(read_text(pdf).splitlines())
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    inflated = b"".join(zlib.decompress(one) for one in streams if one[:1] == b"\x78").decode("latin-1")
    links = {"https://e.org/holt": "Mara Holt", "https://e.org/tom": "Tom *Aldous*", "https://e.org/flora": "writes"}
    for address, words in links.items():
        written = re.sub(r"\*(\w+)\*", r"<em>\1</em>", words)
        assert f'<a href="{address}">{written}</a>' in page
        assert f"[{words}]({address})" in markdown
        assert f"({address})" in inflated
