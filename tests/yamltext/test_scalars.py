"""Every word of a value leads back to its place in the file, however the value is written."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefgen.yamltext import Document, Scalar, parse_text

LINE_BREAKS = ("\n", "\r\n", "\r", "\x85", "\u2028")
DECORATIONS = ("", "é", "雄安", "😀", "’", "e\u0301", "\xa0", ":x", "#")


@st.composite
def words(draw: st.DrawFn) -> list[str]:
    """Words none of which stands in another."""
    decorations = draw(st.lists(st.sampled_from(DECORATIONS), min_size=1, max_size=8))
    return [f"w{number}{decoration}z" for number, decoration in enumerate(decorations)]


@st.composite
def block_scalars(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A literal or folded scalar with odd spaces, blank lines and indents, and its words."""
    end = draw(st.sampled_from(LINE_BREAKS))
    indent = draw(st.integers(1, 6))
    explicit = draw(st.booleans())
    header = draw(st.sampled_from("|>")) + (str(indent) if explicit else "") + draw(st.sampled_from(["", "-", "+"]))
    lines, chosen = [], draw(words())
    for number, word in enumerate(chosen):
        # Without an indicator the first line decides the indent.
        more = draw(st.sampled_from(["", "", "  ", "\t"])) if explicit or number else ""
        tail = draw(st.sampled_from(["", "", "  ", "\t", " and"]))
        blanks = [" " * draw(st.integers(0, indent)) for _ in range(draw(st.integers(0, 2)))]
        lines += [" " * indent + more + word + tail, *blanks]
    comment = draw(st.sampled_from(["", " # why"]))
    after = draw(st.sampled_from([f"{end}b: next", "", end]))
    return f"a: {header}{comment}{end}{end.join(lines)}{after}", chosen


@st.composite
def flow_scalars(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A plain or quoted scalar over several lines, and its words."""
    end, quote = draw(st.sampled_from(LINE_BREAKS)), draw(st.sampled_from(["", "'", '"']))
    chosen, text = draw(words()), ""
    gaps = [" ", "  ", "\t", f"{end}  ", f" {end} {end}   ", f"{end}{end}{end} "]
    gaps += {
        "'": ["''", " '' "],
        '"': ["\\n", f"\\{end}  ", "\\t ", "\\u00e9", "\\U0001F600", f" \\{end}{end} \\ "],
        "": [],
    }[quote]
    for word in chosen:
        plain = word.replace("#", "") if not quote else word
        text += (draw(st.sampled_from(gaps)) if text else "") + plain
    chosen = [word.replace("#", "") if not quote else word for word in chosen]
    after = draw(st.sampled_from([f"{end}b: next", "", f" # why{end}"]))
    return f"a: {quote}{text}{quote}{after}", chosen


def value_of(document: Document) -> Scalar:
    node = document.node("a")
    assert isinstance(node, Scalar), document.faults
    return node


def check_words(text: str, expected: list[str]) -> None:
    document = parse_text(text)
    value = value_of(document).value
    for word in expected:
        at = value.index(word)
        span = document.span(("a",), at, at + len(word))
        assert span.of(document.text) == word
        assert span.start == document.text.index(word)


@settings(max_examples=300)
@given(block_scalars())
def test_every_word_of_a_block_scalar_leads_back(case: tuple[str, list[str]]) -> None:
    text, expected = case
    document = parse_text(text)
    # Tabs and blank lines can make a text that YAML refuses; no span is claimed of it.
    assume(document.root is not None)
    check_words(text, expected)


@settings(max_examples=300)
@given(flow_scalars())
def test_every_word_of_a_plain_or_quoted_scalar_leads_back(case: tuple[str, list[str]]) -> None:
    text, expected = case
    assume(parse_text(text).root is not None)
    check_words(text, expected)


@settings(max_examples=200)
@given(
    st.lists(
        st.tuples(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"]), st.booleans()),
        max_size=20,
    )
)
def test_every_character_of_a_double_quoted_scalar_maps_to_its_source(characters: list[tuple[str, bool]]) -> None:
    pieces = [f"\\U{ord(each):08x}" if escaped or each in '"\\\ufeff ' else each for each, escaped in characters]
    text = 'a: "' + "".join(pieces) + '"'
    assume("\ufeff" not in (each for each, _ in characters))
    document = parse_text(text)
    assume(document.root is not None)
    at = len('a: "')
    for index, piece in enumerate(pieces):
        span = document.span(("a",), index, index + 1)
        assert (span.start, span.of(text)) == (at, piece)
        at += len(piece)


@pytest.mark.parametrize(
    ("text", "word", "column"),
    [
        ("a: |\n  one\n  two\n", "two", "3:3"),
        ("a: |-\n  one\n\n    two", "two", "4:5"),
        ("a: |2-\n    one", "one", "2:5"),
        ("a: >\n  one\n  two\n\n  three\n", "three", "5:3"),
        ("a: >+\n  one\n\n", "one", "2:3"),
        ("a: >2-  # why\n   one\n  two", "two", "3:3"),
        ("a: one\n  two", "two", "2:3"),
        ("a: 'it''s one'", "one", "1:11"),
        ('a: "one\\n\\ttwo"', "two", "1:12"),
        ('a: "one \\\n  two"', "two", "2:3"),
        ("a: |\r\n  one\r\n  two\r\n", "two", "3:3"),
        ("\ufeffa: |\n  one\n", "one", "2:3"),
        ("a: 😀雄安 one", "one", "1:8"),
        ("a: |\n  😀\x85  one", "one", "2:7"),
    ],
)
def test_a_word_is_found_at_its_line_and_column(text: str, word: str, column: str) -> None:
    document = parse_text(text)
    at = value_of(document).value.index(word)
    position = document.lines.position(document.span(("a",), at, at + len(word)).start)
    assert f"{position.line}:{position.column}" == column


@pytest.mark.parametrize("text", ["a: |\n  one \xa0\t\n\nb: 2", "a: >\n  one \xa0\t"])
def test_trailing_spaces_of_a_block_map_to_their_source(text: str) -> None:
    document = parse_text(text)
    start = value_of(document).value.index("one")
    assert document.span(("a",), start, start + 6).of(text) == "one \xa0\t"


def test_trailing_blank_lines_of_a_block_map_to_their_source() -> None:
    text = "a: |+\n  one\n\n\nb: 2"
    document = parse_text(text)
    assert value_of(document).value == "one\n\n\n"
    assert document.span(("a",), 4, 6).of(text) == "\n\n"


@pytest.mark.parametrize(("text", "place"), [("a: ''", 4), ('a: ""', 4), ("a: |\n", 4), ("a:", 2), ("a: x", 4)])
def test_an_insertion_after_the_last_character_has_a_place(text: str, place: int) -> None:
    document = parse_text(text)
    end = len(value_of(document).value)
    assert document.span(("a",), end, end).start == place


def test_no_place_is_made_up_beyond_a_value() -> None:
    document = parse_text("a: |\n  one\n  two\n")
    with pytest.raises(IndexError):
        document.span(("a",), 0, 9)


def test_a_path_without_text_has_no_span() -> None:
    document = parse_text("a: {b: c}")
    with pytest.raises(LookupError, match="a"):
        document.span(("a",), 0, 1)


@pytest.mark.parametrize("style", ['a: "x{}y"', "a: 'x{}y'", "a: x{}y"])
def test_a_long_run_of_spaces_is_read_once(style: str) -> None:
    document = parse_text(style.format(" " * 30_000) + "\n")
    node = document.node("a")
    assert isinstance(node, Scalar)
    assert document.map_of(node).span(30_001, 30_002).of(document.text) == "y"
