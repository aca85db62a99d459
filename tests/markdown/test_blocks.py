"""A body is cut into blocks, by CommonMark's rules, that hold every word once."""

import pytest

from briefgen.markdown import parse_body


def kinds_of(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(text)) for block in parse_body(text).blocks]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("One\ntwo\n\nThree", [("paragraph", "One\ntwo"), ("paragraph", "Three")]),
        ("## Head\nWords", [("heading", "Head"), ("paragraph", "Words")]),
        ("Head\n====\nWords", [("heading", "Head\n===="), ("paragraph", "Words")]),
        ("- one\n- two\n  more", [("item", "one"), ("item", "two\n  more")]),
        ("3) one", [("item", "one")]),
        ("> said\nhe", [("quote", "said\nhe")]),
        ("```py\n# a\n\n```\nWords", [("code", "```py\n# a\n\n```"), ("paragraph", "Words")]),
        ("~~~\nnever closed", [("code", "~~~\nnever closed")]),
        ("| a |\n|---|\n| b |\n\nWords", [("table", "| a |\n|---|\n| b |"), ("paragraph", "Words")]),
        ("a | b", [("paragraph", "a | b")]),
        ("* * *", [("rule", "* * *")]),
        ("<!-- note\n\nmore -->\nWords", [("comment", "<!-- note\n\nmore -->"), ("paragraph", "Words")]),
        ("<!-- note --> Words", [("paragraph", "<!-- note --> Words")]),
        ("<!-- never closed", [("paragraph", "<!-- never closed")]),
        ("<!-->", [("paragraph", "<!-->")]),
        ("[a]: https://e.org", [("definition", "[a]: https://e.org")]),
        ("[@nyt]: he said", [("paragraph", "[@nyt]: he said")]),
        (" \n", []),
    ],
)
def test_a_body_is_cut_into_blocks(text: str, blocks: list[tuple[str, str]]) -> None:
    assert kinds_of(text) == blocks
