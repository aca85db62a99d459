"""A picture in a paragraph of its own is shown; any other is reported, and none is lost in silence."""

import json
import re

import pytest

from briefgen.edition.compose import PlacedPicture, make_edition
from briefgen.edition.edition import Edition
from briefgen.manuscript import Manuscript, read_manuscript
from briefgen.model import Crop
from briefgen.render.markdown import render_markdown
from briefgen.render.page import render_html
from briefgen.render.templates import Templates
from briefgen.rules import run_rules
from briefgen.yamltext import parse_text

PORT = '![The *port*](images/port.png "The port at dusk. Jane Doe")'
PICTURES: dict[tuple[str, Crop | None], PlacedPicture] = {
    ("images/port.png", None): PlacedPicture("images/port.png", 90, 60),
    ("images/a b.png", None): PlacedPicture("images/a b.png", 90, 60),
}
CONTENT = {"images/port.png": b"x", "images/a b.png": b"y"}


def read(body: str, more: str = "") -> Manuscript:
    return read_manuscript(
        parse_text(
            f"number: 1\ndate: 2026-01-02\nfeature:\n  title: F\n  author: A\n  body: {json.dumps(body)}\n{more}"
        ),
        "1-f.yaml",
    )


def compose(body: str, more: str = "") -> Edition:
    return make_edition(read(body, more), slug="1-f", pictures=PICTURES)


def outputs(edition: Edition) -> tuple[str, str]:
    page = render_html(edition, CONTENT, Templates()).content.decode()
    return page[page.index("<main>") :], render_markdown(edition, Templates()).content.decode()


def test_the_alt_text_keeps_no_break_spaces_and_no_line_breaks() -> None:
    page, markdown = outputs(compose("![Le port\u00a0:\n  la  nuit](images/port.png)"))
    assert 'alt="Le port\u00a0: la nuit"' in page
    assert "![Le port\u00a0: la nuit](" in markdown


def test_a_picture_stands_where_it_was_written() -> None:
    edition = compose(f"Before.\n\n{PORT}\n\nAfter.")
    assert [block.kind for block in edition.feature.blocks] == ["paragraph", "picture", "paragraph"]
    page, markdown = outputs(edition)
    assert page.index("Before.") < page.index('alt="The port" width="90" height="60"') < page.index("After.")
    assert '<figcaption><span class="caption">The port at dusk. Jane Doe</span>' in page
    assert "Before.\n\n![The port](images/port.png)\n\nThe port at dusk. Jane Doe\n\nAfter." in markdown


def test_a_name_with_a_space_is_written_so_that_renderers_find_it() -> None:
    _, markdown = outputs(compose("![x](<images/a b.png>)\n\nAfter."))
    assert "![x](<images/a%20b.png>)" in markdown


@pytest.mark.parametrize(
    ("body", "html", "markdown"),
    [
        (
            f"> Before.\n>\n> {PORT}\n>\n> After.",
            "<blockquote><p>Before.</p>FIGURE<p>After.</p></blockquote>",
            "> Before.\n>\n> ![The port](images/port.png)\n>\n> The port at dusk. Jane Doe\n>\n> After.",
        ),
        (
            f"1. Before.\n\n   {PORT}\n\n2. After.",
            "<ol><li><p>Before.</p>FIGURE</li><li><p>After.</p></li></ol>",
            "1. Before.\n\n   ![The port](images/port.png)\n\n   The port at dusk. Jane Doe\n\n2. After.",
        ),
        (f"- {PORT}\n- After.", "<ul><li>FIGURE</li><li>After.</li></ul>", "- ![The port](images/port.png)\n"),
    ],
)
def test_a_picture_stands_in_its_list_or_quotation(body: str, html: str, markdown: str) -> None:
    edition = compose(body)
    assert [picture.path for picture in edition.feature.shown] == ["images/port.png"]
    page, written = outputs(edition)
    page = re.sub(r"<figure.*?</figure>", "FIGURE", page, flags=re.DOTALL)
    assert html in re.sub(r"\s+", "", page)
    assert markdown in written


def test_a_picture_that_is_missing_leaves_no_empty_list_or_quotation() -> None:
    edition = compose("> ![x](images/lost.png)\n\n- One\n- ![x](images/lost.png)")
    assert str(edition.feature.html) == "<ul>\n<li>One</li>\n</ul>"


def test_several_pictures_stand_at_the_head_of_an_item() -> None:
    image = "{file: images/port.png, alt: Port, caption: One}"
    page, markdown = outputs(compose("Words.", f"  images:\n    - {image}\n    - {image}\n"))
    assert page.count("<figure") == 2
    assert markdown.count("![Port](images/port.png)\n\nOne\n") == 2


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (f"Before.\n\n{PORT}", []),
        (f"In a line: {PORT}", ["S009 an image in a line of text is not printed"]),
        (f"- {PORT}", []),
        (f"> Before.\n>\n> 1. {PORT}", []),
        (f"- In a line: {PORT}", ["S009 an image in a line of text is not printed"]),
        (f"| a |\n|---|\n| {PORT} |", ["S009 an image in a line of text is not printed"]),
        (f"Words.[^a]\n\n[^a]: Before.\n\n    > {PORT}", ["S009 an image in a note is not printed"]),
        (
            "![x](https://example.org/x.png)",
            ["S009 the image `https://example.org/x.png` is not printed: it is no file of the publication"],
        ),
        ("![](images/port.png)", ["A101 image has no alt text"]),
    ],
)
def test_what_is_not_shown_is_told(body: str, said: list[str]) -> None:
    found = run_rules(read(body), select=("S009", "A101"))
    assert [f"{each.code} {each.finding.message}" for each in found] == said


def test_both_image_and_images_are_a_slip() -> None:
    more = "  image: {file: images/port.png}\n  images: [{file: images/port.png}]\n"
    assert [fault.finding.message for fault in read("Words.", more).faults] == [
        "`feature` has both `image` and `images`"
    ]
