"""The plain writer keeps every word, marks quotations and lists, and leaves links to be numbered."""

import pytest

from briefgen.markdown import PlainWriter, TextBlock, TextRun, parse_body


def write(body: str) -> list[TextBlock]:
    writer = PlainWriter(lambda number: (TextRun(f"<{number}>"),), lambda label: f"^{label}")
    return list(writer.write(parse_body(body).parts))


def words(block: TextBlock) -> str:
    return "".join(run.words for run in block.runs)


def test_a_link_is_a_run_of_its_own() -> None:
    [block] = write("See *the [plan](https://example.org/a) of* it.")
    assert block.runs == (TextRun("See _the "), TextRun("plan", "https://example.org/a"), TextRun(" of_ it."))


def test_a_bare_address_needs_no_number() -> None:
    [block] = write("See <https://example.org/a>.")
    assert block.runs == (TextRun("See https://example.org/a."),)


@pytest.mark.parametrize(
    ("body", "leads"),
    [
        ("- a\n- b\n\n  c\n", [("- ", "  ", False), ("- ", "  ", False), ("  ", "  ", False)]),
        ("- a\n- b\n", [("- ", "  ", False), ("- ", "  ", True)]),
        ("> a\n> - b\n>   - c\n", [("> ", "> ", False), ("> - ", ">   ", False), (">   - ", ">     ", True)]),
        ("8. a\n9. b\n10. c\n", [(" 8. ", "    ", False), (" 9. ", "    ", True), ("10. ", "    ", True)]),
        ("-\n- b\n", [("- ", "  ", False), ("- ", "  ", True)]),
        ("1. > a\n   > b\n", [("1. > ", "   > ", False)]),
    ],
)
def test_lines_begin_with_what_stands_around_them(body: str, leads: list[tuple[str, str, bool]]) -> None:
    assert [(block.first, block.rest, block.is_tight) for block in write(body)] == leads


def test_a_table_keeps_its_rows_and_alignment() -> None:
    [table] = write("| a | b |\n| :-: | --: |\n| [c](https://example.org/) | |\n")
    assert table.kind == "table"
    assert table.rows == (
        ((TextRun("a"),), (TextRun("b"),)),
        ((TextRun("c", "https://example.org/"),), ()),
    )
    assert table.aligns == ("center", "right")


def test_other_blocks_have_kinds_of_their_own() -> None:
    blocks = write("# Head\n\n```\na\n  b\n```\n\n---\n\nx\\\ny\n")
    assert [(block.kind, words(block)) for block in blocks] == [
        ("heading", "Head"),
        ("code", "a\n  b"),
        ("rule", ""),
        ("paragraph", "x\ny"),
    ]


def test_a_picture_is_its_alt_text_with_its_caption_below() -> None:
    first, second = write('![Cranes](images/a.png "The quay.")')
    assert (first.kind, words(first), first.path) == ("picture", "Cranes", "images/a.png")
    assert words(second) == "The quay."
