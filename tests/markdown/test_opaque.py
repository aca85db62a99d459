"""Opaque parts of a body (code, links, escapes, comments), and the text that remains to be searched."""

import pytest

from briefgen.markdown import parse_body


def opaque_in(text: str) -> list[tuple[str, str]]:
    return [(each.kind, each.span.of(text)) for each in parse_body(text).opaque]


@pytest.mark.parametrize(
    ("text", "opaque"),
    [
        ("a `b (c` d ``e ` f`` g `h", [("code", "`b (c`"), ("code", "``e ` f``")]),
        ("a \\[b\\]", [("escape", "\\["), ("escape", "\\]")]),
        ("a <!-- b\n\nc --> d <!-- e", [("comment", "<!-- b\n\nc -->")]),
        ("<https://e.org/a> https://e.org/b, c", [("address", "<https://e.org/a>"), ("address", "https://e.org/b")]),
        (
            "[a [b] `c`](https://e.org/x_(y) 'title') d",
            [("link", "[a [b] `c`](https://e.org/x_(y) 'title')"), ("code", "`c`")],
        ),
        ('[a](<b c> "d") ![e](f)', [("link", '[a](<b c> "d")'), ("image", "![e](f)")]),
        ("[![a](b)](c)", [("link", "[![a](b)](c)"), ("image", "![a](b)")]),
        ("[@key](c) [a] (b) ](c)", []),
        ("[@key](https://e.org/a)", [("link", "[@key](https://e.org/a)")]),
        ("[a\n\nb](c)", []),
        ("```\na ` b\n```\nc `d` e", [("code", "```\na ` b\n```"), ("code", "`d`")]),
        ("[a]: <https://e.org>", [("definition", "[a]: <https://e.org>")]),
    ],
)
def test_code_links_escapes_and_comments_are_not_prose(text: str, opaque: list[tuple[str, str]]) -> None:
    assert opaque_in(text) == opaque


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("[a](<b c>)", "b c"),
        ("![a](b.png)", "b.png"),
        ("[a](b 'c')", "b"),
        (r"[a](b_\(c\))", "b_(c)"),
        ("[a]: https://e.org 'c'", "https://e.org"),
    ],
)
def test_a_link_knows_where_it_leads(text: str, address: str) -> None:
    assert parse_body(text).opaque[0].address == address
