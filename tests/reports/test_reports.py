"""Diagnostics as people, editors and programs are shown them."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.diagnostics import Diagnostic, Finding, Fix, Related, Severity
from briefgen.reports.concise import format_concise
from briefgen.reports.full import format_full
from briefgen.reports.json_report import format_json
from briefgen.reports.summary import Counts, count, format_fixable, format_summary
from briefgen.reports.terminal_width import cut_end, cut_start, width
from briefgen.reports.visible import show
from briefgen.yamltext import Edit, Position, Span, parse_text
from tests.rules.issues import around, read

TEXT = "title: 雄安 rises TK percent\nbody: x\n"
TEXTS = st.text(max_size=60)


def made(text: str = TEXT, words: str = "TK", **fields: Any) -> Diagnostic:  # noqa: ANN401 - any field of a finding
    """Return a diagnostic about some words of a text."""
    document = parse_text(text)
    at = document.text.index(words)
    finding = Finding(span=Span(at, at + len(words)), message=f"“{words}” left in the text", help="fill it in")
    changed = replace(finding, **fields)
    return Diagnostic("S005", "placeholder-left", Severity.ERROR, "issues/133.yaml", changed, document)


def test_a_full_report_shows_the_line_and_counts_wide_characters_twice() -> None:
    assert format_full([made()]) == (
        "error[S005] placeholder-left: “TK” left in the text\n"
        "  --> issues/133.yaml:1:17\n"
        "  |\n"
        "1 | title: 雄安 rises TK percent\n"
        "  |                   ^^\n"
        "  = help: fill it in\n"
        "\n"
    )


def test_carets_labels_and_related_locations_are_aligned() -> None:
    fix = Fix("cut", (Edit(Span(0, 1), ""),), is_safe=True)
    related = (
        Related(Span(27, 31), "also"),
        Related(Span(28, 31), "here too"),
        Related(Span(0, 5), "the title"),
        Related(Span(0, 0), "the first", "132.yaml", Position(4, 2)),
        Related(Span(0, 0), "the file", "131.yaml"),
    )
    lines = format_full([made(fix=fix, label="what?", related=related)]).splitlines()
    assert lines[0].startswith("error[S005] placeholder-left [*]: ")
    assert lines[4] == "  |                   ^^ what?"
    assert lines[5:9] == [
        "  = also: 2:1, 2:2",
        "  = 1:1: the title",
        "  = 132.yaml:4: the first",
        "  = 131.yaml: the file",
    ]
    unsafe = format_full([made(fix=replace(fix, is_safe=False))])
    assert unsafe.startswith("error[S005] placeholder-left [~]: ")


def test_colour_is_off_by_default() -> None:
    assert "\x1b" not in format_full([made()])
    assert format_full([made()], colour=True).startswith("\x1b[1;31merror[S005]\x1b[0m ")


@pytest.mark.parametrize("columns", [10, 50, 80, 100])
def test_a_long_line_is_cut_around_the_words(columns: int) -> None:
    text = "title: " + "长长 long " * 60 + "TK " + "more " * 200
    excerpt, carets = format_full([made(text)], columns=columns).splitlines()[3:5]
    room = max(columns, 50)
    assert width(excerpt) <= room
    # The carets are below the text.
    assert excerpt[len(excerpt) - len(excerpt.partition("TK")[2]) - 2 :].startswith("TK")
    assert width(excerpt.partition("TK")[0]) == len(carets.partition("^")[0])


def test_words_over_several_lines_are_shown_up_to_the_end_of_the_first() -> None:
    lines = format_full([made("a: one\n  two\n", "one\n  two")]).splitlines()
    assert lines[3:5] == ["1 | a: one", "  |    ^^^"]


def test_a_place_between_two_characters_gets_one_caret() -> None:
    document = parse_text(TEXT)
    finding = Finding(span=Span(0, 0), message="nothing")
    diagnostic = Diagnostic("S001", "invalid-yaml", Severity.NOTE, "-", finding, document)
    assert format_full([diagnostic]).splitlines()[4] == "  | ^"


def test_a_combining_mark_takes_no_cell() -> None:
    assert width("e\u0301雄") == 3


def test_control_characters_are_escaped_for_terminals() -> None:
    text = 'a: "\\u202e" # TK \u202e\u200b\x85\xa0\t.\n'
    report = format_full([made(text, "TK", help="\x1b]0;x\x07")])
    assert "TK \\u{202e}\\u{200b}\\u{85}⍽ ." in report
    assert "= help: \\u{1b}]0;x\\u{7}" in report
    assert all(character.isprintable() for character in report.replace("\n", ""))


def test_a_concise_report_is_one_line_each() -> None:
    diagnostic = replace(made(message="one\ntwo"), path="a\nb.yaml")
    assert format_concise([diagnostic] * 2) == "a b.yaml:1:17: error S005 placeholder-left: one two\n" * 2


def test_json_has_the_documented_shape() -> None:
    fix = Fix("write 4", (Edit(Span(16, 18), "4"),), is_safe=False)
    related = (
        Related(Span(27, 31), "here"),
        Related(Span(0, 0), "there", "132.yaml", Position(4, 2)),
        Related(Span(0, 0), "it", "x"),
    )
    counts = Counts(errors=1, issues=1, citations=29, sources=27)
    document = json.loads(format_json([made(fix=fix, related=related)], lambda: counts))
    place = {"line": 1, "column": 17, "end_line": 1, "end_column": 19}
    assert document == {
        "version": 1,
        "summary": {"errors": 1, "warnings": 0, "notes": 0, "issues": 1, "citations": 29, "sources": 27},
        "diagnostics": [
            {
                "code": "S005",
                "name": "placeholder-left",
                "severity": "error",
                "path": "issues/133.yaml",
                **place,
                "message": "“TK” left in the text",
                "help": "fill it in",
                "related": [
                    {
                        "path": "issues/133.yaml",
                        "line": 2,
                        "column": 1,
                        "end_line": 2,
                        "end_column": 5,
                        "message": "here",
                    },
                    {"path": "132.yaml", "line": 4, "column": 2, "end_line": 4, "end_column": 2, "message": "there"},
                    {"path": "x", "line": 1, "column": 1, "end_line": 1, "end_column": 1, "message": "it"},
                ],
                "fix": {"safe": False, "title": "write 4", "edits": [{**place, "text": "4"}]},
            }
        ],
    }
    assert json.loads(format_json([made()], lambda: counts))["diagnostics"][0]["fix"] is None


def test_checked_contents_are_counted() -> None:
    manuscripts = [read(around("A (NYT, May 10; BBC, May 3).", "sources: {a: {outlet: NYT}}\n")), read("number: x\n")]
    fix = Fix("cut", (), is_safe=True)
    found = [
        made(fix=fix),
        replace(made(), severity=Severity.WARNING),
        replace(made(fix=replace(fix, is_safe=False)), severity=Severity.NOTE),
    ]
    counts = count(found, manuscripts)
    assert counts == Counts(
        errors=1, warnings=1, notes=1, issues=2, items=1, citations=2, sources=1, fixable=1, unsafely_fixable=1
    )


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        (Counts(), "Nothing to report. Checked 0 issues, 0 items, 0 citations, 0 sources in 0.31 s.\n"),
        (
            Counts(errors=1, warnings=30, notes=7, issues=1, items=5, citations=29, sources=1_027),
            "1 error, 30 warnings, 7 notes. Checked 1 issue, 5 items, 29 citations, 1,027 sources in 0.31 s.\n",
        ),
    ],
)
def test_the_last_line_summarizes_findings_and_contents(counts: Counts, line: str) -> None:
    assert format_summary(counts, 0.314) == line


@given(TEXTS)
def test_shown_text_is_printable(text: str) -> None:
    assert (
        all(character.isprintable() or character == " " for character in show(text).replace("⍽", ""))
        or not text.isprintable()
    )
    assert "\n" not in show(text)
    assert "\x1b" not in show(text)


@given(TEXTS, st.integers(2, 40))
def test_a_cut_text_fits_and_keeps_its_end_or_start(text: str, cells: int) -> None:
    line = show(text)
    for cut in (cut_end(line, cells), cut_start(line, cells)):
        assert width(cut) <= max(cells, 2)
        assert cut == line or "…" in cut


@given(TEXTS, st.data())
def test_every_report_takes_any_text_and_any_place(text: str, data: st.DataObject) -> None:
    document = parse_text(text)
    start = data.draw(st.integers(0, len(document.text)))
    span = Span(start, data.draw(st.integers(start, len(document.text))))
    diagnostic = Diagnostic("S001", "invalid-yaml", Severity.ERROR, "-", Finding(span=span, message=text), document)
    full = format_full([diagnostic], columns=60)
    assert all(width(line) <= 62 for line in full.splitlines()[1:])
    assert format_concise([diagnostic]).count("\n") == 1
    assert json.loads(format_json([diagnostic], Counts))["diagnostics"][0]["message"] == text or not text.isprintable()


def test_available_fixes_are_counted_by_safety() -> None:
    assert format_fixable(Counts()) == ""
    assert format_fixable(Counts(fixable=3)) == "[*] 3 fixable with `briefgen validate --fix`\n"
    assert format_fixable(Counts(fixable=3, unsafely_fixable=5)) == (
        "[*] 3 fixable with `briefgen validate --fix`; [~] 5 more with `--unsafe-fixes` (`--diff` shows them first)\n"
    )
