"""The plain text is laid out from the edition: nothing is lost, lines fit, links have numbers."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from briefgen.edition.edition import Edition
from briefgen.render.lost_words import LostWordsError
from briefgen.render.templates import Templates
from briefgen.render.text import render_text
from briefgen.reports.terminal_width import width
from tests.render.editions import compose


def text_of(body: str, rest: str = "", *, publication: str = "{}") -> str:
    return render_text(compose(body, rest, publication=publication), Templates()).content.decode()


def body_of(body: str, rest: str = "", *, publication: str = "{}") -> str:
    """Return what stands between the byline and the next rule."""
    return text_of(body, rest, publication=publication).partition("By Jane Doe\n\n")[2].partition("\n\n====")[0]


def test_citations_are_numbered_links_listed_below_their_item() -> None:
    assert body_of("It came [@gazette; @ribao]. It left [@fleet; @gazette, p. 3].") == (
        "It came (Coast Gazette, January 14 [1]; Gangkou Ribao, November 30,\n"
        "2025 [2]). It left (Fleet List, undated; Coast Gazette, January 14, p.\n"
        "3 [1]).\n"
        "\n"
        "[1] https://gazette.example/dredging\n"
        "[2] https://ribao.example/gang?a=1&b=2"
    )


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("- one\n- two\n  - three\n", "- one\n- two\n  - three"),
        ("9. nine\n10. ten\n", " 9. nine\n10. ten"),
        ("> quoted\n>\n> twice\n", "> quoted\n>\n> twice"),
        ("> - in\n> - it\n", "> - in\n> - it"),
        ("Words.\n\n## Part\n\nMore.\n", "Words.\n\nPart\n----\n\nMore."),
        ("```\nif  x:\n    y\n```\n", "    if  x:\n        y"),
        ("One\n\n---\n\nTwo\n", "One\n\n* * *\n\nTwo"),
        ("one\\\ntwo", "one\ntwo"),
        ("*so* **strong** ~~gone~~ `code`", "_so_ *strong* ~~gone~~ code"),
        ("Write to <https://example.org/a>.", "Write to https://example.org/a."),
        ("Write [to us](mailto:a@example.org).", "Write to us [1].\n\n[1] mailto:a@example.org"),
        (
            "Said.[^a]\n\n[^a]: A note, [@gazette].\n",
            "Said.[^1]\n\nNotes\n\n[^1] A note, (Coast Gazette, January 14 [1]).",
        ),
        ("| a | b |\n| --- | --: |\n| long word | 1 |\n", "a          b\n---------  -\nlong word  1"),
    ],
)
def test_markdown_becomes_text(body: str, lines: str) -> None:
    assert body_of(body).startswith(lines)


def test_a_table_too_wide_for_columns_becomes_records() -> None:
    long = "words and words and more of them"
    table = f"| Place | Year | What |\n| --- | --- | --- |\n| Irvine | 2006 | {long} {long} |\n| Prague | | {long} |\n"
    assert body_of(table) == (
        "Place | Year | What\n\n"
        "Place: Irvine\n"
        "Year: 2006\n"
        "What: words and words and more of them words and words and more of them\n\n"
        "Place: Prague\n"
        "What: words and words and more of them"
    )


def test_lines_are_broken_by_cells() -> None:
    text = text_of("雄安新区是国家级新区，" * 20 + " and words after it " * 10 + "http://example.org/" + "x" * 90)
    assert max(width(line) for line in text.split("\n") if "example.org" not in line) in {71, 72}
    assert not any(line.startswith(("，", "。")) for line in text.split("\n"))


def test_numbered_notes_do_not_look_like_links() -> None:
    assert body_of("It came [@gazette].", publication="style: {citations: notes}") == (
        "It came[^1].\n\nNotes\n\n[^1] Coast Gazette, January 14 [1]\n\n[1] https://gazette.example/dredging"
    )


def test_pictures_are_their_alt_texts_with_their_addresses() -> None:
    text = text_of(
        'Words.\n\n![Four cranes](images/cranes.png "The quay.")\n',
        "image: {file: images/cranes.png, alt: Cranes at dusk, caption: North quay., credit: Harbour Ledger}\n",
        publication="url: https://news.example.org/",
    )
    assert (
        "[Cranes at dusk] [1]\nNorth quay.\nHarbour Ledger\n\n[1] https://news.example.org/7-a-dredger/images/" in text
    )
    assert "[Four cranes] [1]\n\nThe quay." in text


def test_a_text_in_another_language_has_its_labels() -> None:
    text = text_of("Worte [@gazette].", "briefs: [{title: Zwei, body: Worte.}]\n", publication="language: de")
    assert "Quellen" in text
    assert "In dieser Ausgabe" in text


def cut_first_paragraph(edition: Edition) -> Edition:
    first, *rest = edition.feature.blocks
    return replace(edition, feature=replace(edition.feature, blocks=(replace(first, plain=()), *rest)))


def test_a_lost_paragraph_is_noticed() -> None:
    edition = compose("The first of them.\n\nThe second of them.")
    with pytest.raises(LostWordsError, match="the text file lacks words of “The first of them"):
        render_text(cut_first_paragraph(edition), Templates())


def test_own_templates_may_leave_text_out_and_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "issue.txt.j2").write_text('{% extends "briefgen/issue.txt.j2" %}{% block feature %}{% endblock %}')
    output = render_text(compose("The first of them."), Templates(folder=tmp_path))
    assert output.remark.startswith("the text file lacks")
    assert b"The first of them" not in output.content


def test_html_cannot_be_printed_in_a_text(tmp_path: Path) -> None:
    (tmp_path / "issue.txt.j2").write_text("{{ edition.feature.html }}")
    with pytest.raises(Exception, match="HTML cannot be printed in a template of plain text"):
        render_text(compose("Words."), Templates(folder=tmp_path))


def test_the_colophon_has_the_punctuation_of_its_language() -> None:
    assert "\nHarbour. No. 7, March 6, 2026. The Desk.\n" in text_of(
        "Words.", publication="{name: Harbour, publisher: The Desk}"
    )
    japanese = text_of("Words.", publication="{name: 港湾, publisher: 編集室, language: ja}")
    assert "\n港湾。第7号、2026年3月6日。編集室。\n" in japanese
