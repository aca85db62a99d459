"""A body has the same content in HTML and Markdown, and the author's text never becomes markup."""

import re

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.markdown.guard import TAGS
from briefgen.model import parse_link
from tests.edition.words import (
    RENDERER,
    compose_body,
    links_of,
    quoted,
    read_html,
    read_issue,
    rendered,
    with_plain_calls,
    words_of,
)
from tests.shared import shared_rows

STYLES = st.sampled_from(
    [
        "{}",
        "{citations: notes}",
        "{position: before}",
        "{position: after}",
        "{order: date, year: always, months: abbreviated}",
    ]
)
PIECES = st.sampled_from(
    [
        "(NYT, May 10)",
        "[@nyt]",
        "[@nyt; see @daily, p. 3]",
        "*",
        "**",
        "_",
        "`",
        "``",
        "\n\n",
        "\n",
        "\n- ",
        "\n\n- ",
        "\n    - ",
        "\n\n1. ",
        "\n\n3. ",
        "\n> ",
        "\n\n> ",
        "\n## ",
        "\n\n# ",
        "\n```\n",
        "|",
        "\n\n| a | b |\n|---|:-:|\n| c | d |\n",
        "<b>",
        "</b>",
        "<!-- c -->",
        "&amp;",
        "&lt;",
        "&",
        "\\",
        "[x](https://e.org)",
        '[x](https://e.org/a_b "t")',
        "![x](y.png)",
        "[x](/y)",
        "https://e.org/a_b",
        "<https://e.org>",
        "雄安",
        "“",
        "”",
        ".",
        "!",
        ";",
        "word",
        "A ",
        "2023",
        "\t",
        "    ",
        "  \n",
        "\\\n",
        "---",
        "\n---\n",
        "\n===\n",
        "#",
        "~",
        "=",
        "+",
        "1)",
        "é",
        "😀",
        "@",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "\n\n[a]: https://e.org\n",
        "[a]",
        '"',
        "*x*",
        "**y**",
        "`z`",
        "\n***\n",
        " ",
    ]
)
ARCHIVED = "archived: {url: 'https://web.archive.org/a', date: 2023-05-01}"
ALLOWED = TAGS
ATTRIBUTES = frozenset({"href", "title", "lang", "start", "class", "dir", "id", "role", "scope"})


def check(body: str, style: str = "{}") -> None:
    """Compare HTML and Markdown of a body, and check the HTML against the allowlist."""
    if read_issue(body, style=style).issue is None:
        return
    item = compose_body(body, style=style)
    page, markdown = str(item.html), rendered(item)
    assert words_of(with_plain_calls(page)) == words_of(markdown), item.markdown
    if "notes" not in style:
        links = [RENDERER.normalizeLink(link) for link in links_of(page) if not link.startswith("#")]
        # A mail address is a link only in Markdown, where GFM would make one of it anyway.
        written = [link for link in links_of(markdown) if link in links or not link.startswith("mailto:")]
        assert links == [RENDERER.normalizeLink(link) for link in written]
    check_page(page)


def check_page(page: str) -> None:
    for tag, attributes in read_html(page).tags:
        assert tag in ALLOWED - {"h1", "h2"}, page
        assert set(attributes) <= ATTRIBUTES, page
    for link in links_of(page):
        assert link.startswith("#") or parse_link(link) == link
    tree = html5lib.parseFragment(page, namespaceHTMLElements=False)
    assert {element.tag for element in tree.iter()} <= ALLOWED | {"DOCUMENT_FRAGMENT"}, page


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=14).map("".join), STYLES)
def test_page_and_markdown_have_the_same_words_and_links(body: str, style: str) -> None:
    check(body, style)


@settings(max_examples=100)
@given(st.text(max_size=80), STYLES)
def test_any_text_is_a_body(body: str, style: str) -> None:
    check(body, style)


@pytest.mark.parametrize("file", ["spec-31c0ca2", "cmark-gfm-extensions", "cmark-regression"])
def test_the_examples_of_commonmark_as_bodies(file: str) -> None:
    for row in shared_rows(f"hostile/commonmark/{file}.jsonl"):
        check(row["markdown"])


@pytest.mark.parametrize(
    ("file", "key", "step"),
    [
        ("h5sc", "payload", 1),
        ("loofah-html5lib-sanitizer", "input", 1),
        ("owasp-filter-evasion", "payload", 1),
        ("payloadsallthethings-filter-bypass", "payload", 1),
        ("payloadbox", "payload", 12),
    ],
)
def test_no_attack_becomes_markup(file: str, key: str, step: int) -> None:
    for row in shared_rows(f"hostile/xss/{file}.jsonl")[::step]:
        check(row[key])
        check(f"[x]({row[key]}) `{row[key]}`\n\n[y]: {row[key]}\n[y]\n\n> - {row[key]}")


def test_naughty_strings_are_printed_as_they_stand() -> None:
    for row in shared_rows("hostile/blns/blns.jsonl"):
        check(row["s"])


@pytest.mark.parametrize("style", ["{}", "{citations: notes}"])
def test_both_outputs_link_exactly_the_scanned_citations(style: str) -> None:
    body = "One [@nyt; @daily].\n\n- Two (NYT, May 10)\n- `[@nyt]`\n\n| a |\n|---|\n| [@daily] |\n\n> Three [@nyt]"
    manuscript = read_issue(body, style=style)
    cited = sum(len(group.citations) for group in manuscript.items[0].groups)
    item = compose_body(body, style=style)
    if style == "{}":
        assert len(links_of(str(item.html))) == len(links_of(rendered(item))) == cited == 5
    else:
        assert [note.number for note in item.notes] == ["1", "2", "3", "4"]
        assert sum(len(links_of(str(note.html))) for note in item.notes) == cited
        assert [note.number for block in item.blocks for note in block.notes] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("# One\n\n## Two\n\n##### Three", "<h3>One</h3>\n<h3>Two</h3>\n<h6>Three</h6>"),
        ("    indented", "<p>indented</p>"),
        ("a<br>b & c", "<p>a&lt;br&gt;b &amp; c</p>"),
        ("[a](/b) [c](javascript:x) ![d](e.png)", "<p>a c </p>"),
        ("[a](HTTPS://Example.org/x)", '<p><a href="https://example.org/x">a</a></p>'),
        ("[a [@nyt]][b]\n\n[b]: https://e.org", '<p><a href="https://e.org">a [@nyt]</a></p>'),
        ("a <!-- b\n\nc --> d `<!-- e -->`", "<p>a  d <code>&lt;!-- e --&gt;</code></p>"),
        (
            "雄安 *東京* かな or 한국",
            (
                '<p><span lang="zh-Hans">雄安</span> <em><span lang="zh-Hant">東京</span></em> '
                '<span lang="ja">かな</span> or <span lang="ko">한국</span></p>'
            ),
        ),
        ("`雄安`", "<p><code>雄安</code></p>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("1234567890. a", "<p>1234567890. a</p>"),
        (
            "| a | b |\n|:--|--:|\n| `c\\|d` | 1 |",
            (
                '<table>\n<thead>\n<tr>\n<th class="align-left" scope="col">a</th>\n'
                '<th class="align-right" scope="col">b</th>\n</tr>\n</thead>\n'
                '<tbody>\n<tr>\n<td class="align-left"><code>c|d</code></td>\n'
                '<td class="align-right">1</td>\n</tr>\n</tbody>\n</table>'
            ),
        ),
    ],
)
def test_a_body_on_the_page(body: str, html: str) -> None:
    assert str(compose_body(body).html) == html


@pytest.mark.parametrize(
    ("body", "markdown"),
    [
        ("# One #", "### One"),
        ("One\ntwo", "One two"),
        ("One  \ntwo", "One\\\ntwo"),
        ("* a\n* b", "- a\n- b"),
        ("- a\n\n- b", "- a\n\n- b"),
        ("1. a\n    - b", "1. a\n   - b"),
        ("> a\n>\n> b", "> a\n>\n> b"),
        ("***", "---"),
        ("```\na `` b\n```", "```\na `` b\n```"),
        ("~~~\n```\n~~~", "````\n```\n````"),
        ("`` ` ``", "`` ` ``"),
        ("a\\*b\\_c \\# <d>", "a\\*b\\_c # &lt;d>"),
        ("\\# a", "\\# a"),
        ("1\\. a", "1\\. a"),
        ("\\- a", "\\- a"),
        ("a &amp;amp; b & c", "a &amp;amp; b & c"),
        ("Wow\\![a](https://e.org)", "Wow\\![a](https://e.org)"),
        ("a**“b”**c", "a\\*\\*“b”\\*\\*c"),
        ("a **b** *c*", "a **b** *c*"),
        ("| a | b |\n|:-:|---|\n| c \\| d |", "| a | b |\n| :-: | --- |\n| c \\| d |  |"),
        ("[a](https://e.org/x_(y))", "[a](<https://e.org/x_(y)>)"),
        ("[@nyt]", "([NYT, May 10](<https://example.org/a_(b)*c>))"),
        ("[@nobody]", "(\\[citation needed: nobody\\])"),
        ("(BBC, May 3)", "(BBC, May 3)"),
        ("## C\\#", "### C\\#"),
        ("a **“b”**[@nobody]c", "a **“b”**(\\[citation needed: nobody\\])c"),
        ("`a`![](b.png)`c`", "`a`c"),
        ("*a  \n![](b.png)*", "a"),
    ],
)
def test_a_body_in_markdown(body: str, markdown: str) -> None:
    item = compose_body(body)
    assert item.markdown == markdown
    assert words_of(rendered(item)) == words_of(str(item.html))


@pytest.mark.parametrize(
    ("style", "body", "words"),
    [
        ("{position: before}", "He said “so.” (NYT, May 10)", "He said “so” (NYT, May 10)."),
        ("{position: before}", "So. [@nyt] Then.", "So (NYT, May 10). Then."),
        ("{position: after}", "He said “so” (NYT, May 10).", "He said “so.” (NYT, May 10)"),
        ("{}", "He said “so.” (NYT, May 10)", "He said “so.” (NYT, May 10)"),
        ("{order: date}", "So [@nyt; @daily].", "So (China Daily, February 20, 2022; NYT, May 10)."),
        (
            "{order: date}",
            "So [@nyt; but see @daily].",
            "So (NYT, May 10; but see China Daily, February 20, 2022).",
        ),
        ("{order: written}", "So [@nyt; @daily].", "So (NYT, May 10; China Daily, February 20, 2022)."),
        ("{year: always}", "So [@nyt].", "So (NYT, May 10, 2023)."),
        ("{months: abbreviated}", "So [@daily].", "So (China Daily, Feb. 20, 2022)."),
        ("{}", "So [see @nyt, p. 3].", "So (see NYT, May 10, p. 3)."),
        ("{}", "So (China Daily, February 20).", "So (China Daily, February 20, 2022)."),
        ("{}", "So (BBC;  China\nDaily, February 20).", "So (BBC; China Daily, February 20, 2022)."),
        ("{}", "So (NYT, 10 May; BBC, 3/24/2021).", "So (NYT, May 10; BBC, 3/24/2021)."),
        ("{}", "So (May 10, NYT).", "So (NYT, May 10)."),
        ("{}", "So (NYT, Wednesday, May 10).", "So (NYT, May 10)."),
        ("{}", "So (NYT, May 8–11).", "So (NYT, May 10)."),
        ("{}", "So (NYT, May 10 report).", "So (NYT, May 10 report)."),
        ("{}", "So (see “Kiel,” Jane Doe, NYT, May 10, p. 3).", "So (see “Kiel,” Jane Doe, NYT, May 10, p. 3)."),
        ("{}", "So (NYT, 10 May; in *Spanish*; BBC, 2/30).", "So (NYT, May 10; in Spanish; BBC, 2/30)."),
        ("{order: date}", "So (NYT, May 10; in Spanish; BBC).", "So (NYT, May 10; in Spanish; BBC)."),
        ("{}", "So (BBC, CNN).", "So (BBC, CNN)."),
        ("{}", "So (NYT 05/10/2023, BBC 05/24/2023).", "So (NYT 05/10/2023, BBC 05/24/2023)."),
        ("{}", "So (CISA Advisory AA23-335A; NYT, may 10).", "So (CISA Advisory AA23-335A; NYT, May 10)."),
        ("{}", "So (NYT, May 10, 11).", "So (NYT, May 10, 11)."),
        ("{citations: notes}", "So [@nyt]. Then\n(NYT, May 10).", "So[1]. Then[2]."),
        ("{citations: notes, position: after}", "So [@nyt].", "So.[1]"),
    ],
)
def test_citations_are_printed_in_house_style(style: str, body: str, words: str) -> None:
    item = compose_body(body, style=style)
    assert " ".join(words_of(with_plain_calls(str(item.html)))) == words
    assert " ".join(words_of(rendered(item))) == words


@pytest.mark.parametrize(
    ("source", "printed", "address"),
    [
        ("outlet: GAO, date: undated", "(GAO, undated)", "#source-1"),
        ("outlet: GAO", "(GAO, undated)", "#source-1"),
        ("outlet: GAO, date: 2023-03", "(GAO, March)", "#source-1"),
        ("outlet: GAO, date: 2021", "(GAO, 2021)", "#source-1"),
        ("outlet: GAO, date: 2023-03-02, suffix: c", "(GAO, March 2c)", "#source-1"),
        (
            f"outlet: GAO, date: undated, url: 'https://e.org/a', dead: true, {ARCHIVED}",
            "(GAO, undated)",
            "https://web.archive.org/a",
        ),
        (
            f"outlet: GAO, date: undated, url: 'https://e.org/a', {ARCHIVED}",
            "(GAO, undated)",
            "https://e.org/a",
        ),
        (
            f"outlet: GAO, date: undated, {ARCHIVED}",
            "(GAO, undated)",
            "https://web.archive.org/a",
        ),
    ],
)
def test_a_source_is_printed_and_linked(source: str, printed: str, address: str) -> None:
    item = compose_body("[@a]", sources=f"sources: {{a: {{{source}}}}}\n")
    assert words_of(str(item.html)) == printed.split()
    assert links_of(str(item.html)) == [address]


def test_two_sources_of_one_outlet_and_day_get_letters() -> None:
    sources = "sources: {a: {outlet: GAO, date: 2023-03-02}, b: {outlet: GAO, date: 2023-03-02}}\n"
    item = compose_body("[@a; @b] (GAO, March 2b)", sources=sources)
    assert " ".join(words_of(str(item.html))) == "(GAO, March 2a; GAO, March 2b) (GAO, March 2b)"
    assert links_of(str(item.html)) == ["#source-1", "#source-2", "#source-2"]


def test_quoting_for_tests_writes_any_text() -> None:
    assert re.fullmatch(r'"[ -~]*"', quoted('a"\\\n\x00'))


NOTED = "One[^a] [@nyt].\n\n- Two[^b][^a]\n\n[^a]: First [@daily].\n[^b]: Second[^c]\n\n    and more.\n\n[^c]: Third."


def test_an_authors_notes_have_numbers_of_their_own_where_citations_have_none() -> None:
    item = compose_body(NOTED)
    assert [note.number for note in item.notes] == ["1", "2", "3"]
    assert [[note.number for note in block.notes] for block in item.blocks] == [["1"], ["2", "3"]]
    assert item.notes[0].html.startswith('First <span class="cite">(<a href=')
    assert [note.is_long for note in item.notes] == [False, True, False]
    assert re.findall(r'id="([\w-]+)"', str(item.html)) == ["feature-call-1", "feature-call-2"]
    assert item.endnotes.split("\n\n") == [
        "[^feature-1]: First ([China Daily, February 20, 2022](<https://example.org/j?a=1&copy=2>)).",
        "[^feature-2]: &#32; &#32; Second[^feature-3]",
        "    and more.",
        "[^feature-3]: &#32; &#32; Third.",
    ]


def test_notes_and_citations_have_one_sequence_where_both_are_numbered() -> None:
    item = compose_body(NOTED, style="{citations: notes}")
    assert item.markdown == "One\\[1\\]\\[2\\].\n\n- Two\\[3\\]\\[1\\]"
    assert [note.number for note in item.notes] == ["1", "2", "3", "4"]
    assert item.endnotes.startswith("**Notes**\n\n1. First ([China Daily")
    assert "\n2. [NYT, May 10](" in item.endnotes
    assert "\n3. Second\\[4\\]\n\n   and more.\n4. Third." in item.endnotes


def test_a_citation_ends_the_line_it_stood_in() -> None:
    assert compose_body("*See* [@nyt,  \np. 3] now.", style="{}").markdown.endswith(
        "[NYT, May 10, p. 3](<https://example.org/a_(b)*c>)) now."
    )
    assert "*" not in words_of(str(compose_body("So (*NYT*, **May 10**).").html))


def test_no_link_holds_another() -> None:
    assert str(compose_body("[a <https://e.org> b](https://e.org/b)").html) == (
        '<p>a <a href="https://e.org">https://e.org</a> b</p>'
    )
    assert '<a href="https://e.org/b"' not in compose_body("[a[^n]](https://e.org/b)\n\n[^n]: c").html
