"""The Markdown is read back as the words of the page, and no value in it becomes markup."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import Markup

from briefgen.edition.edition import Edition, FormattedText
from briefgen.render.escaping import finalize_markdown, literal_address
from briefgen.render.markdown import render_markdown
from briefgen.render.page import render_html
from briefgen.render.templates import Templates
from tests.render.sample import make_edition, make_notes_edition, make_pictures

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
FURNITURE = frozenset({"skip", "back", "colophon"})
VOID = frozenset({"img", "meta", "link", "br", "hr"})


class Read(HTMLParser):
    """Extract the words of a document without headers and footers; only inline elements join words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._open: list[bool] = []
        self._parts: list[str] = []
        self.feed(html)
        self.found = "".join(self._parts).split()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a start tag."""
        classes = str(dict(attrs).get("class")).split()
        if tag not in VOID:
            hidden = tag in {"head", "script", "style"} or bool(FURNITURE & set(classes))
            self._open.append(hidden)
        self._border(tag)

    def handle_endtag(self, tag: str) -> None:
        """Take an end tag."""
        if tag not in VOID:
            self._open.pop()
        self._border(tag)

    def _border(self, tag: str) -> None:
        if tag not in {"a", "cite", "em", "span", "strong", "sup", "time"}:
            self._parts.append(" ")

    def handle_data(self, data: str) -> None:
        """Take the words that are shown."""
        if not any(self._open):
            self._parts.append(data)


@pytest.mark.parametrize("edition", [make_edition(), make_notes_edition(), make_edition(is_draft=True)])
def test_a_reader_finds_the_words_of_the_page_in_their_order(edition: Edition) -> None:
    output = render_markdown(edition, Templates())
    body, _, _ = READER.render(output.content.decode()).rpartition("<hr />")
    page = render_html(edition, make_pictures(), Templates()).content.decode()
    assert output.path == "7-a-dredger.md"
    assert Read(body).found == Read(page).found


def test_the_head_reads_as_a_masthead() -> None:
    lines = render_markdown(make_edition(), Templates()).content.decode().splitlines()
    assert lines[:10] == [
        "# Harbour Ledger",
        "",
        "Ports, fleets and the people who pay for them",
        "",
        "**No. 7** March 6, 2026",
        "",
        "![Four quay cranes over a flat sea at dusk](images/cranes.png)",
        "",
        "The north quay, drawn from the *harbour plan*. Drawing: Harbour Ledger",
        "",
    ]


HOSTILE = [
    "# x",
    "*a* _b_ **c**",
    "[a](javascript:alert(1))",
    "![a](x)",
    "!",
    "1. one",
    "2) two",
    "- three",
    "+ four",
    "> five",
    "===",
    "---",
    "`code` ``` fence",
    "<b>bold</b> & &amp; &#35;",
    "a | b",
    "~~gone~~",
    "back\\slash \\* end\\",
    "<https://example.org>",
    "{{ 7 * 7 }} {% raw %}",
    "two\nlines\n\n# and a heading",
    "    four spaces",
    "[ref]: https://example.org",
    "[^1]",
    "Tom & Jerry &c; AT&T",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("place", ["{}", "- {}", "**{}** x", "# {}"])
def test_a_value_is_read_back_as_it_was_written(text: str, place: str) -> None:
    html = READER.render(place.format(finalize_markdown(text)))
    expected = place.replace("- ", "").replace("#", "").replace("**", "").format(text)
    assert Read(html).found == expected.split()
    assert not re.search(r"<(a|img|code|pre|blockquote|h2|hr|b)\b", html)


@given(st.text(alphabet=st.sampled_from("#*_[](){}<>!&;`~|\\-+=.:1a \n/"), max_size=30))
def test_any_text_is_read_back_as_it_was_written(text: str) -> None:
    assert Read(READER.render(f"x {finalize_markdown(text)}")).found == ["x", *text.split()]
    assert Read(READER.render(finalize_markdown(text))).found == text.split()


@given(st.text(alphabet=st.sampled_from("#*_[]()<>&;`~|\\-:1a /"), max_size=20))
def test_an_address_stays_one_link(text: str) -> None:
    url = f"https://example.org/{text}"
    html = READER.render(f"[x]({literal_address(url)}) y")
    assert re.fullmatch(r'<p><a href="[^"]*">x</a> y</p>\n', html)


def test_words_are_printed_as_markdown_and_html_is_refused() -> None:
    assert finalize_markdown(FormattedText(Markup("An <em>old</em> 长江"), "An *old* 长江")) == "An *old* 长江"
    with pytest.raises(TypeError, match="HTML"):
        finalize_markdown(Markup("<em>x</em>"))
