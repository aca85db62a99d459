"""Limits are counts: of characters and not of bytes, of a body and of a whole issue."""

import pytest

from briefgen.manuscript import Manuscript, read_manuscript
from briefgen.rules import run_rules
from briefgen.yamltext import parse_document, parse_text
from tests.rules.issues import shown


def issue(*bodies: str) -> Manuscript:
    """An issue of some bodies, the first of which is the feature's."""
    first, *others = (body.replace("\n", "\n      ").strip() for body in bodies)
    briefs = "".join(f"  - title: B\n    body: |\n      {body}\n" for body in others)
    text = f"number: 1\ndate: 2024-01-05\nfeature:\n  title: T\n  author: A\n  body: |\n      {first}\n" + (
        f"briefs:\n{briefs}" if others else ""
    )
    return read_manuscript(parse_text(text), "1.yaml")


def said(manuscript: Manuscript) -> list[str]:
    return shown(run_rules(manuscript, select=["S008"]))


TABLE = "| a | b |\n| - | - |\n" + "| c | d |\n" * 990


@pytest.mark.parametrize("letter", ["a", "é", "港", "🛳"])
def test_a_body_is_counted_in_characters(letter: str) -> None:
    line = f"{letter * 99}\n"
    # The last line break is the body's too.
    assert said(issue(line * 480)) == []
    assert said(issue(line * 480 + letter)) == ["7:7 S008 error this text has 48,002 characters; the limit is 48,000"]


def test_the_longest_body_of_the_digests_is_read() -> None:
    entry = "- [A title of some words](https://example.org/2026/01/a-title-of-some-words) by *Jane Doe*\n"
    assert said(issue(entry * (40_000 // len(entry)))) == []


def test_a_file_is_counted_in_bytes() -> None:
    whole = parse_document(b"a: b\n# " + "港".encode() * 174_700)
    assert whole.faults == ()
    [fault] = parse_document(b"a: b\n# " + "港".encode() * 175_000).faults
    assert fault.message == "the file is 513 KB; the limit is 512 KB"


def test_lines_and_cells_of_all_bodies_are_counted() -> None:
    lines = "- a\n" * 2_500
    assert said(issue(*[lines] * 4)) == []
    [too_many] = said(issue(*[lines] * 5))
    assert too_many.endswith(" S008 error 12,500 lines in one issue; the limit is 10,000")
    assert said(issue(*[TABLE] * 4)) == []
    [too_many] = said(issue(*[TABLE] * 5))
    assert too_many.endswith(" S008 error 9,910 cells of tables in one issue; the limit is 8,000")


def test_it_is_told_at_the_text_with_which_it_becomes_too_much() -> None:
    [report] = run_rules(issue(*["- a\n" * 2_500] * 4, "- last\n" * 9, "- more\n"), select=["S008"])
    line = report.document.text.splitlines()[report.start.line - 1]
    assert line.strip() == "- last"
    assert report.finding.help == "split the issue"
