"""The two writers: HTML that a sanitiser leaves alone, and Markdown that a renderer reads back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import Markup

from briefgen.markdown import (
    Element,
    HtmlWriter,
    MarkdownWriter,
    Part,
    Text,
    UnsafeHtmlError,
    escape_markdown,
    format_address,
    format_link,
    guard,
    parse_body,
)
from tests.markdown.bodies import BODIES

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def markdown(body: str) -> str:
    return MarkdownWriter(str, lambda label: f"[^{label}]").write(parse_body(body).parts)


def html(body: str) -> str:
    return str(HtmlWriter().write(parse_body(body).parts))


@pytest.mark.parametrize(
    ("body", "written"),
    [
        ('a & <b> "c"', "<p>a &amp; &lt;b&gt; &#34;c&#34;</p>"),
        ("- a\n  - b", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>"),
        ("3. c\n\n   d", '<ol start="3">\n<li>\n<p>c</p>\n<p>d</p>\n</li>\n</ol>'),
        ("`a\nb`", "<p><code>a b</code></p>"),
        ("```\n a\n\n<b>\n```", "<pre><code> a\n\n&lt;b&gt;\n</code></pre>"),
        ("> a  \n> b", "<blockquote>\n<p>a<br>\nb</p>\n</blockquote>"),
        ("[a](</b\" c> 'd\"e')", '<p><a href="/b&#34; c" title="d&#34;e">a</a></p>'),
        ("-", "<ul>\n<li></li>\n</ul>"),
        ('[a](/b "c\rd")', '<p><a href="/b" title="c d">a</a></p>'),
    ],
)  # fmt: skip
def test_html(body: str, written: str) -> None:
    assert "\n".join(str(HtmlWriter().write((part,))) for part in parse_body(body).parts) == written


@pytest.mark.parametrize(
    ("body", "written"),
    [
        ("uno —es decir, dos— y", '<p>uno <span class="firm">—es</span> decir, <span class="firm">dos—</span> y</p>'),
        ("Ausbau und -betrieb, a-b", '<p>Ausbau und <span class="firm">-betrieb</span>, a-b</p>'),
        ("¿—sí?— & «—<b»", '<p>¿<span class="firm">—sí?—</span> &amp; «—&lt;b»</p>'),
        ("a—b – c 5–7 --d `run -x —y`", "<p>a—b – c 5–7 --d <code>run -x —y</code></p>"),
        ("```\nrun -x\n```", "<pre><code>run -x\n</code></pre>"),
        ("スエズはいつか——海運", "<p>スエズはいつか——海運</p>"),
        ("x —" + "a" * 30, "<p>x —" + "a" * 30 + "</p>"),
    ],
)
def test_a_line_does_not_break_at_the_dash_of_a_word(body: str, written: str) -> None:
    assert html(body) == written


@pytest.mark.parametrize("part", [Element("span", (Text("x"),), attributes=(("onclick", "y"), ("lang", '"><script>')))])
def test_only_known_attributes_are_written_and_values_are_escaped(part: Part) -> None:
    assert HtmlWriter().write((part,)) == '<span lang="&#34;&gt;&lt;script&gt;">x</span>'


@pytest.mark.parametrize(
    "unsafe", ["<script>x</script>", '<a href="javascript:x">y</a>', '<p onclick="x">y</p>', "<p>x"]
)
def test_html_that_the_sanitizer_would_change_stops_the_build(unsafe: str) -> None:
    with pytest.raises(UnsafeHtmlError, match="sanitiser"):
        guard(Markup(unsafe))  # noqa: S704 - this is what the test is about


@settings(max_examples=200)
@given(BODIES)
def test_the_sanitizer_changes_nothing_in_text_without_links(text: str) -> None:
    # Links are checked by the edition, which knows where they may lead.
    written = HtmlWriter().write(_unlinked(parse_body(text).parts))
    assert guard(written) == written


@settings(max_examples=200)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\r\n\t&;"\\<>')))
def test_the_sanitizer_changes_nothing_in_the_title_of_a_link(title: str) -> None:
    written = HtmlWriter().write(parse_body(f'[a](https://link.example/ "{title}")').parts)
    if "title=" in written:
        assert guard(written) == written


def _unlinked(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    found: list[Part] = []
    for part in parts:
        match part:
            case Element(tag="a", children=children):
                found += _unlinked(children)
            case Element(tag=tag, children=children, attributes=attributes):
                found.append(Element(tag, _unlinked(children), attributes=attributes))
            case _:
                found.append(part)
    return tuple(found)


@pytest.mark.parametrize(
    ("body", "written"),
    [
        ("- a\n* b\n+ c", "- a\n\n* b\n\n- c"),
        ("1. a\n2) b", "1. a\n\n2) b"),
        ("- ***", "- ***"),
        ("- > a\n  > b\n  1. c\n\n  d", "- > a b\n\n  1. c\n\n  d"),
        ("- a\n  ```\n  b\n\n  c\n  ```", "- a\n  ```\n  b\n\n  c\n  ```"),
        ("~~a *b*~~ **c**", "~~a *b*~~ **c**"),
        ("See https://e.org/a`<b>` www.e.org", "See https:\\//e\\.org/a`<b>` www\\.e\\.org"),
        ("ftp://a.b and //c.d, not // e", "ftp:\\//a.b and \\//c.d, not // e"),
        ("Amazon.com, the U.S., 3.5, e.g. a.Com_b", "Amazon\\.com, the U.S., 3.5, e.g. a\\.Com\\_b"),
        ("[Amazon.com](c)", "[Amazon.com](c)"),
        ("a@b.co, xmpp:a@b.co, a@b@c.co, @a, a@b", "<a@b.co>, xmpp:<a@b.co>, a@<b@c.co>, @a, a@b"),
        ("a@b_c.co", "`a@b_c.co`"),
        ("x<*b>*", "x&lt;*b>*"),
        ("2 < 3 > 1, <b>, </b>, <!a>, <?a>", "2 < 3 > 1, &lt;b>, &lt;/b>, &lt;!a>, &lt;?a>"),
        ("{: a} {{ b }}", "\\{: a} \\{\\{ b }}"),
        ("[^b]*:* y\n\n[^b]: x", "[^b]*\\:* y"),
        ("```\n<b>\n\nx\n```", "    <b>\n\n    x"),
        ("```\nx\r\r<b>\n```", "    x\n\n    <b>"),
        ("> ```\n> <b>\n> ```", ">     <b>"),
        ("- a\n\n```\n<b>\n\nx\n```", "- a\n\n`<b>`\\\n`x`"),
        ("- a\n  ```\n  <b>\n\n  `x`\n  ```", "- a\n\n  `<b>`\\\n  `` `x` ``"),
        ("[https://e.org](https://e.org/) <https://e.org/a_b>", "[https://e.org](https://e.org/) <https://e.org/a_b>"),
        ('[a](b "c \\"d\\"")', '[a](b "c \\"d\\"")'),
        ("a | b\n-|:-\n`c\\|d\\\\|e` | f", "| a | b |\n| --- | :-- |\n| \\`c\\|d\\\\ | e\\` |"),
        ("*a&nbsp;*", "*a*\xa0"),
        ("a[^b]\n\n[^b]: c", "a[^b]"),
        ("a[^b](d)\n\n[^b]: c", "a[^b]\\(d)"),
        # Python-Markdown loses its place behind `&#`.
        ("a &#35;b &#x", "a #b &amp;#x"),
        ("`&#6f` `&#6;`", "&amp;#6f `&#6;`"),
        ("```\n&#x\n\n*b*\n```", "&amp;#x\\\n\\*b\\*"),
        ("[a](https://e.org/?b&#c)", "[a](<https://e.org/?b&amp;#c>)"),
    ],
)
def test_markdown(body: str, written: str) -> None:
    assert markdown(body) == written


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("c d\n\n    - e", "[^b]: c d\n\n    - e"),
        # Where there are no notes, these would be the targets of a link.
        ("javascript:x", "[^b]: &#32; &#32; javascript:x"),
        ("javascript:x 'y'", "[^b]: &#32; &#32; javascript:x 'y'"),
        ("Voir\u00a0Kiel.", "[^b]: &#32; &#32; Voir\u00a0Kiel."),
        ("javascript:x 'y' z", "[^b]: javascript:x 'y' z"),
        ("<https://e.org>\\\n    y", "[^b]: &#32; &#32; <https://e.org>\\\n    y"),
        ('run("a b")', '[^b]: &#32; &#32; run("a b")'),
        ('`run "a b"` c "d"', '[^b]: &#32; &#32; `run "a b"` c "d"'),
        ("see (a b) c", "[^b]: see (a b) c"),
        ('- "a b"', '[^b]: - &#32; "a b"'),
        ("```\n    x\n    ```", "[^b]: ``` &#32;\n    x\n    ```"),
    ],
)
def test_a_note_is_written_below_the_text(note: str, written: str) -> None:
    [(label, tree)] = parse_body(f"a[^b]\n\n[^b]: {note}").notes
    assert MarkdownWriter(str, str).write_note(label, tree.children) == written


@pytest.mark.parametrize(
    "text", ["# a", "1. a", "- a", ":-- a", "a\n\nb", "https://e.org`x`", "[^1]: a", "~~~", "a  b"]
)
def test_a_text_is_read_back_as_it_was_written(text: str) -> None:
    assert RENDERER.render(escape_markdown(text)) == f"<p>{' '.join(text.split())}</p>\n"


def test_addresses_with_odd_characters_stay_one_link() -> None:
    assert format_address("https://e.org/a_(b)|c") == "<https://e.org/a_(b)%7Cc>"
    assert format_link("a", "https://e.org", 'b "c"') == '[a](https://e.org "b \\"c\\"")'
