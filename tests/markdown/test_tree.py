"""The blocks of a body as a tree: lists, quotations, tables, notes."""

import pytest

from briefgen.markdown import parse_body
from tests.markdown.reading import Shape, shape, shapes


@pytest.mark.parametrize(
    ("body", "tree"),
    [
        ("Ports:\n- a\n- b", [("p", "Ports:"), ("ul", ("li", ("p", "a")), ("li", ("p", "b")))]),
        ("- a\n  - b\n    - c", [("ul", ("li", ("p", "a"), ("ul", ("li", ("p", "b"), ("ul", ("li", ("p", "c")))))))]),
        ("- a\n    - b", [("ul", ("li", ("p", "a"), ("ul", ("li", ("p", "b")))))]),
        ("1. a\n   - b\n2. c", [("ol", ("li", ("p", "a"), ("ul", ("li", ("p", "b")))), ("li", ("p", "c")))]),
        ("- a\n\n  b\n- c", [("ul", ("li", ("p", "a"), ("p", "b")), ("li", ("p", "c")))]),
        (
            "- a\n* b\n1) c\n2. d",
            [(kind, ("li", ("p", word))) for kind, word in zip(("ul", "ul", "ol", "ol"), "abcd", strict=True)],
        ),
        ("In 1968\n1969. No list", [("p", "In 1968\n1969. No list")]),
        ("- a\nlazy\n\nb", [("ul", ("li", ("p", "a\nlazy"))), ("p", "b")]),
        ("> a\nlazy\n> # b\n\nc", [("blockquote", ("p", "a\nlazy"), ("h1", "b")), ("p", "c")]),
        ("    indented\n\n\ttoo", [("p", "indented"), ("p", "too")]),
        ("-\ta\n\n\tb", [("ul", ("li", ("p", "a"), ("p", "b")))]),
        ("a\n===\nb\n---\n# c #\n## d \\#", [("h1", "a"), ("h2", "b"), ("h1", "c"), ("h2", "d ", "#")]),
        ("```py\na *b*\n\n ```\n~~~\nc", [("pre", ("code", "a *b*\n", "\n")), ("pre", ("code", "c"))]),
        ("> ```\n> a\n\nb", [("blockquote", ("pre", ("code", "a\n"))), ("p", "b")]),
        ("***\n- - -\n___", [("hr",)] * 3),
        (
            "a | `b\\|c`\n--|:-:\n\\| |\nd",
            [
                (
                    "table",
                    ("thead", ("tr", ("th", "a"), ("th", ("code", "b", "|c")))),
                    ("tbody", ("tr", ("td", "|"), ("td",)), ("tr", ("td", "d"), ("td",))),
                )
            ],
        ),
        ("a | b\n---", [("h2", "a | b")]),
        ("<!-- a\n\nb -->\n\nc", [("p", "c")]),
        ("[a]: b\n[c]: d 'e'\nf", [("p", "f")]),
    ],
)
def test_blocks(body: str, tree: list[Shape]) -> None:
    assert shapes(body) == tree


def test_a_note_holds_blocks_and_may_call_others() -> None:
    body = parse_body("a[^2] b[^1]\n\n[^1]: one[^3]\n\n    - two\n[^2]: three\nlazy\n\n[^3]: four [^2]")
    assert [(label, *map(shape, note.children)) for label, note in body.notes] == [
        ("2", ("p", "three\nlazy")),
        ("1", ("p", "one", ("call", "3")), ("ul", ("li", ("p", "two")))),
        ("3", ("p", "four ", ("call", "2"))),
    ]
    assert body.markup_faults == ()


def test_a_note_inside_a_note_that_nothing_refers_to_is_printed() -> None:
    body = parse_body("a[^2]\n\n[^1]: one\n\n    [^2]: two")
    assert [(label, *map(shape, note.children)) for label, note in body.notes] == [("2", ("p", "two"))]
    assert [fault.message for fault in body.markup_faults] == ["nothing refers to this note, so it is not printed"]


@pytest.mark.parametrize(
    ("body", "place", "message"),
    [
        ("a\n\n```\nb", "```", "this code fence is never closed"),
        ("> ~~~~\n> b\n\nc", "~~~~", "this code fence is never closed"),
        ("a [b][c]", "[b][c]", "the label `[c]` is not defined"),
        ("a ![b][c]", "![b][c]", "the label `[c]` is not defined"),
        ("a[^b]", "[^b]", "the note `[^b]` is not defined"),
        ("a\n\n[^b]: c", "[^b]:", "nothing refers to this note, so it is not printed"),
        ("a[^b]\n\n[^b]: c\n\n[^b]: d", "[^b]:", "another note has the label `[^b]`, so this one is not printed"),
        ("| a |\n|---|\n| b | c | d |", "c | d |", "the table has no column for this, so it is not printed"),
    ],
)
def test_markup_without_effect_is_reported_at_its_span(body: str, place: str, message: str) -> None:
    [fault] = parse_body(body).markup_faults
    assert (fault.span.of(body), fault.message) == (place, message)
    assert fault.help


@pytest.mark.parametrize("body", ["[@a][1]", "a [b]", "- [ ] task", "```\na\n```", "[a] [@b]"])
def test_plain_text_is_not_reported(body: str) -> None:
    assert parse_body(body).markup_faults == ()


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("a" * 48_001, "this text has 48,001 characters; the limit is 48,000"),
        ("> " * 9 + "a", "lists or quotations nested more than 8 deep"),
        ("+ " * 4_000, "lists or quotations nested more than 8 deep"),
        ("*a **b " * 12 + "c" + "** d*" * 12, "emphasis nested more than 20 deep"),
        ("a\n" * 3_001, "more than 3,000 lines in one body"),
        ("a|" * 500 + "\n" + "-|" * 500 + "\n" + "b\n" * 9, "more than 2,000 cells of tables in one body"),
        ("*a* " * 2_000, "too many links, code spans and emphasis in one body"),
    ],
)
def test_an_exceeded_limit_is_reported_once(body: str, message: str) -> None:
    [fault] = parse_body(body).limit_faults
    assert fault.message == message
    assert fault.help


def test_a_long_digest_exceeds_no_limit() -> None:
    assert parse_body("A line of [news](https://e.org/a) with *some* words.\n\n" * 400).limit_faults == ()
