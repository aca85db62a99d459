"""`moved.yaml` is read as people write it, and every fault has its place and a way out."""

import pytest

from briefgen.model.moved import Addresses, parse_moved
from briefgen.yamltext import parse_text

ADDRESSES = Addresses(
    ["131-files", "132-locks", "133-a", "133-b"], {131: ["131-files"], 132: ["132-locks"], 133: ["133-a", "133-b"]}
)


def test_a_former_address_names_its_issue_by_number_or_folder() -> None:
    moved, faults = parse_moved(parse_text("132-old: 132\n131-x: 131-files\n'130': 0131\n"), ADDRESSES)
    assert [(each.old, each.slug) for each in moved] == [
        ("132-old", "132-locks"),
        ("131-x", "131-files"),
        ("130", "131-files"),
    ]
    assert faults == ()


def test_an_empty_file_names_none() -> None:
    assert parse_moved(parse_text("# nothing yet\n"), ADDRESSES) == ((), ())


@pytest.mark.parametrize(
    ("text", "place", "message", "way_out"),
    [
        ("132-old: 13\n", "13", "there is no issue `13`", "name an issue by its number"),
        ("132-old: 132-lock\n", "132-lock", "there is no issue `132-lock`", "did you mean `132-locks`?"),
        ("132-old: 133\n", "133", "2 issues have the number 133", "write `133-a` or `133-b`"),
        ("132-old:\n", "132-old", "`132-old` does not say which issue it is", "write `132-old: 132`"),
        ("131-files: 132\n", "131-files", "`131-files` is where an issue is now", "delete the line"),
        ("authors: 132\n", "authors", "`authors` is a folder of the site", "delete the line"),
        ("132 Old: 132\n", "132 Old", "`132 Old` is not the name of an issue's folder", "write `132-old`"),
        ("../etc/passwd: 132\n", "../etc/passwd", "is not the name of an issue's folder", "write `passwd`"),
        ("- 132\n", "- 132", "the file is a list without a key", "a colon"),
        ("132-old: [\n", "[", "not valid YAML", "quote it"),
    ],
)
def test_a_fault_has_its_place_and_a_way_out(text: str, place: str, message: str, way_out: str) -> None:
    moved, [fault] = parse_moved(parse_text(text), ADDRESSES)
    assert moved == ()
    assert fault.finding.span.of(text) == place
    assert message in fault.finding.message
    assert way_out in fault.finding.help
