"""What is read, what is refused, and in which words."""

import base64
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.yamltext import (
    Document,
    Edit,
    Mapping,
    Position,
    Scalar,
    Span,
    apply_edits,
    find_forbidden,
    format_character,
    parse_document,
    parse_text,
    to_plain,
)
from briefgen.yamltext.explain import explain_yaml_error
from tests.shared import shared_rows

YAML_PIECES = st.sampled_from(
    [
        *"ab:-?|>'\"\\#&*!%@`{}[],~ \t\n+2",
        "\r\n",
        "\x85",
        "\u2028",
        "😀",
        "\\n",
        "\\x41",
        "\\\n",
        "''",
        "a: ",
        "- ",
        "|2-\n",
        "k: >+\n  ",
        "---",
        "...",
        "\ufeff",
        "\x00",
        "\x1b",
    ]
)


def spans_of(document: Document) -> Iterator[Span]:
    for fault in document.faults:
        yield fault.span
        yield from (span for span, _ in fault.related)
    for _, node in document.walk():
        yield node.span


def only_fault(text: str) -> str:
    """Return `line:column message; help` of the one fault of a text."""
    document = parse_text(text)
    assert document.root is None
    assert len(document.faults) == 1
    fault = document.faults[0]
    position = document.lines.position(fault.span.start)
    return f"{position.line}:{position.column} {fault.message}; {fault.help}"


@settings(max_examples=300)
@given(st.lists(YAML_PIECES, max_size=40).map("".join) | st.text(max_size=60))
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    document = parse_text(text)
    assert (document.root is None) == bool(document.faults)
    assert all(span.end <= len(document.text) for span in spans_of(document))
    for _, node in document.walk():
        if isinstance(node, Scalar):
            assert document.map_of(node).length == len(node.value)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_with_a_reason(data: bytes) -> None:
    document = parse_document(data)
    assert (document.root is None) == bool(document.faults)
    assert all(span.end <= len(document.text) for span in spans_of(document))


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"]), max_size=40))
def test_quoted_text_round_trips(value: str) -> None:
    written = value.replace("\ufeff", "").replace("'", "''")
    document = parse_text(f"a: '{written}'")
    if document.root is not None:
        assert to_plain(document.root) == {"a": value.replace("\ufeff", "")}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "a: NO\nb: 0133\nc: 12:30\nd: 1.10\ne: 2024-02-30\n",
            {"a": "NO", "b": "0133", "c": "12:30", "d": "1.10", "e": "2024-02-30"},
        ),
        ("a: ~\nb:\nc: null\nd: 'null'\ne: ''\n", {"a": None, "b": None, "c": None, "d": "null", "e": ""}),
        ("a: [x, {b: c}]\n", {"a": ["x", {"b": "c"}]}),
        ("yes: 1\n2024-01-02: x\n", {"yes": "1", "2024-01-02": "x"}),
        ("a: b\t\n", {"a": "b"}),
    ],
)
def test_every_scalar_is_text(text: str, value: object) -> None:
    document = parse_text(text)
    assert document.root is not None
    assert to_plain(document.root) == value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "1:1 the file is empty; `briefgen new` writes an issue to start from"),
        ("# only\n", "1:1 the file is empty; `briefgen new` writes an issue to start from"),
        ("words\n", "1:1 the file has no keys; write keys with a colon: `name: …`"),
        (
            "- a\n",
            (
                "1:1 the file is a list without a key; "
                "write the name of the list and a colon on a line above it: `outlets:`"
            ),
        ),
        ("a: 1\na: 2", "2:1 `a` is written twice; keep one of the two"),
        ("? [a]\n: b", "1:3 a key is a list or a mapping; keys are words: `title: …`"),
        (f"{'k' * 129}: b", "1:1 this key has 129 characters; use at most 128"),
        ("a: &T x", '1:4 an unquoted value begins with `&`, which makes an anchor of it; quote it: `"&T x"`'),
        ("a: *x", '1:4 an unquoted value begins with `*`, which makes an alias of it; quote it: `"*x"`'),
        ("a: &T [x]", "1:4 anchor `&T`; delete it: briefgen does not support it"),
        ("\u200ba: b", "1:1 a key begins with U+200B zero width space; delete it"),
        ("a:\n  – b: c", "2:3 a key begins with U+2013 en dash; write `- ` instead"),
        ("<<: {a: b}", "1:1 merge key `<<`; write the keys out here"),
        ("a: !!binary x", "1:4 tag `!!binary`; delete it: briefgen does not support it"),
        ("a: !x [b]", "1:4 tag `!x`; delete it: briefgen does not support it"),
        ("%TAG ! tag:x,2000:\n---\na: b", "1:1 a %TAG line; delete it: briefgen does not support tags"),
        ("a: b\n---\nc: d", "2:1 a second document begins at `---`; delete the `---`: a file holds one document"),
        ("a:\tb", "1:3 a tab, which not every YAML parser accepts here; write a space"),
        ("a: b\x00", "1:5 not valid YAML: the character U+0000 cannot be printed; delete it"),
        (
            "a: b\ufeff",
            "1:5 not valid YAML: the character U+FEFF zero width no-break space cannot be printed; delete it",
        ),
        ('a: "\\e"', "1:4 not valid YAML: an escape means U+001B, which cannot be printed; delete it"),
        ("a: " + "[" * 21 + "]" * 21, "1:23 nested more than 20 deep; an issue needs no more than five levels"),
        ("a: " + "港" * 64_001, "1:4 this text has 64,001 characters; the limit is 64,000; split it"),
        ("a: [" + "b," * 5_000 + "]", "1:10003 more than 5000 values; split the file"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_refused_constructs_are_reported_with_help(text: str, said: str) -> None:
    assert only_fault(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: Taiwan: what next", '1:8 an unquoted value contains `: `; quote it: `title: "Taiwan: what next"`'),
        ('title: The "Times": x', "1:8 an unquoted value contains `: `; quote it: `title: 'The \"Times\": x'`"),
        (f"a: {'x' * 70}: y", f'1:4 an unquoted value contains `: `; quote it: `a: "{"x" * 56}…"`'),
        (
            "a: x\n   b: y",
            ("2:4 `b` is indented more than `a` above it; line it up with `a`: begin it at the left margin"),
        ),
        ("a:\n\tb: 1", "2:1 there is a tab in the indentation; indent it by 2 spaces"),
        ("a: @x", '1:4 an unquoted value begins with `@`; quote it: `a: "@x"`'),
        ("a: 'x", "1:4 the quotation mark ' opened here is never closed; close it: `a: 'x'`"),
        ('a: "\\q"', "1:5 this backslash begins no known escape; write `\\\\`, or use single quotation marks"),
        (
            'title: "x" and y',
            (
                "1:12 there is text after the closing quotation mark; "
                "write “…” inside the value, or put it in single marks: `title: '\"x\" and y'`"
            ),
        ),
        ("a: |2-\n  x\n y", "3:2 this line does not line up with the keys above it; indent it like its neighbours"),
        ("- a\nb: c", "2:1 the list that begins at line 1 continues without `- `; begin each entry with `- `"),
        ("a: [1, 2\nb: c", "1:4 the bracket `[` opened here is never closed; close it with `]`"),
        ("a: 1\nfoo\nb: 2", "2:1 a line without a colon among the keys; write `foo: …`"),
        ("a: 1\n\nfoo\n\nb: 2", "3:1 a line without a colon among the keys; write `foo: …`"),
        ("a: - b", '1:4 a value begins with `- `, which begins a list; quote it: `a: "- b"`'),
        ("a: }", "1:4 a value or a closing bracket is missing here; finish it, or quote the value"),
    ],
)
def test_the_parsers_complaints_are_put_in_plain_words(text: str, said: str) -> None:
    assert only_fault(text) == said.replace(" ", " not valid YAML: ", 1)


def test_faults_that_do_not_hide_each_other_are_reported_together() -> None:
    document = parse_text("a: &x [1]\nb: 2\nb: 3\nc: !!int 4\n")
    assert [fault.message for fault in document.faults] == ["anchor `&x`", "`b` is written twice", "tag `!!int`"]
    assert document.faults[1].related == ((Span(10, 11), "first here"),)


def test_no_more_than_fifty_faults_are_kept() -> None:
    assert len(parse_text("a: 1\n" * 80).faults) == 50
    assert len(parse_text("\x00" * 80).faults) == 50


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a: caf\xe9\n", "1:7 the file is not UTF-8: byte 0xE9 is here, which is é in Windows-1252"),
        ("a: b\n".encode("utf-16"), "1:1 the file is not UTF-8: UTF-16"),
        (b"a: b\n\xc3", "2:1 the file is not UTF-8: byte 0xC3 is here"),
        (b"\xef\xbb\xbfa: \xff", "1:4 the file is not UTF-8: byte 0xFF is here"),
        (b"x" * 524_289, "1:1 the file is 513 KB; the limit is 512 KB"),
    ],
)
def test_undecodable_bytes_are_refused(data: bytes, said: str) -> None:
    document = parse_document(data)
    position = document.lines.position(document.faults[0].span.start)
    assert f"{position.line}:{position.column} {document.faults[0].message}" == said


def test_a_byte_order_mark_is_set_aside() -> None:
    document = parse_document("\ufeffa: b".encode())
    assert document.has_byte_order_mark
    assert document.text == "a: b"


def test_a_register_may_hold_more_values_than_an_issue() -> None:
    text = "a: [" + "b," * 6_000 + "]"
    assert parse_document(text.encode()).root is None
    assert parse_document(text.encode(), max_nodes=25_000).root is not None


def test_a_document_finds_its_nodes_and_keys() -> None:
    document = parse_text("a:\n  b: [x, y]\nc: 1\n")
    assert isinstance(document.node("a"), Mapping)
    assert document.node("a", "b", 2) is None
    assert document.node("a", "b", "c") is None
    assert document.node("z") is None
    assert document.node("c", 0) is None
    assert [document.key_span(*path) for path in [(), ("z",), ("c", "d"), ("a", "b", 9)]] == [None] * 4
    assert document.key_span("c") == Span(15, 16)
    assert document.key_span("a", "b", 1) == Span(12, 13)


def test_a_missing_value_is_shown_at_the_nearest_parent_key() -> None:
    document = parse_text("a:\n  b: 1\nc:\n")
    assert document.nearest_span("a", "z") == document.key_span("a")
    assert document.nearest_span("z") == Span(0, 2)
    assert document.nearest_span("z", "y") == Span(0, 2)
    assert document.value_span("c") == document.key_span("c")
    assert document.value_span("a", "b").of(document.text) == "1"


def test_the_tree_of_a_text_without_a_root_is_empty() -> None:
    assert list(parse_text("").walk()) == []


def test_characters_have_names() -> None:
    assert format_character("\u200b") == "U+200B zero width space"
    assert format_character("\x1b") == "U+001B"
    assert [span.start for span in find_forbidden("a\x00b\ud800\ufdd0\U0001fffe\x85\u00a0")] == [1, 3, 4, 5]


@pytest.mark.parametrize("fault", ["a: 1\na: 2", "title: x: y", "a: @x", "\tb: 1", "a: 'x"])
def test_positions_do_not_depend_on_crlf_and_byte_order_marks(fault: str) -> None:
    def place(text: str) -> Position:
        document = parse_text(text)
        return document.lines.position(document.faults[0].span.start)

    assert place("\ufeffk: v\r\n" + fault.replace("\n", "\r\n")) == place("k: v\n" + fault)


@pytest.mark.parametrize("kind", ["attacks", "suite"])
def test_recorded_yaml_is_read_as_expected(kind: str) -> None:
    if kind == "suite":
        for row in shared_rows("hostile/yaml-test-suite/cases.jsonl"):
            check_scalars(parse_text(row.get("yaml") or ""))
        return
    for row in shared_rows("hostile/attacks/yaml.jsonl"):
        document = parse_document(base64.b64decode(row["bytes_b64"]))
        assert (document.root is not None) == (row["expect"] == "accept"), row["id"]
        if document.root is not None and "value" in row:
            assert to_plain(document.root) == row["value"], row["id"]
        check_scalars(document)


def check_scalars(document: Document) -> None:
    """Hold every character of every scalar to the text that wrote it."""
    for _, node in document.walk():
        if not isinstance(node, Scalar):
            continue
        for index, character in enumerate(node.value):
            written = document.map_of(node).span(index, index + 1).of(document.text)
            if character not in " \n":
                assert written in {character, "''"} or written.startswith("\\"), (node, character, written)


def test_an_edit_at_a_value_changes_that_value_only() -> None:
    document = parse_text("a: 'it''s'  # why\nb: |\n  two\n")
    edits = [Edit(document.span(("a",), 2, 3), "’"), Edit(document.span(("b",), 0, 3), "three")]
    assert apply_edits(document.text, edits) == "a: 'it’s'  # why\nb: |\n  three\n"


def test_an_error_without_a_place_is_passed_on() -> None:
    assert explain_yaml_error("a", yaml.YAMLError("odd  thing"))[:2] == (Span(0, 0), "odd thing")
