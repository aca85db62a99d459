"""Attacks on what opens the exports (G15): BibTeX, RIS, spreadsheets, and whatever reads CSL-JSON."""

import pytest
from msgspec.structs import replace

from briefgen.citations.exports.source_values import one_line
from briefgen.model import Source
from tests.citations.exported import FORMATS, Record, export, read_back
from tests.shared import shared_rows

FIELDS = {"title": "title", "translated_title": "translation", "outlet": "outlet", "author": "author"}
PLAIN = Source(outlet="Plain", title="Plain", translated_title="Plain", author="Plain", url="https://example.org/a")
FORMULAS = tuple("=+-@＝＋－＠")


def filled(record: Record) -> set[str]:
    return {name for name, value in record._asdict().items() if value}


def injections() -> list[str]:
    # A list, not parameters: where `shared` is missing, the test is skipped when it runs.
    return [row["s"] for row in shared_rows("hostile/attacks/exports.jsonl")]


@pytest.mark.parametrize("kind", FORMATS)
def test_an_injection_is_one_record_with_the_fields_of_any_other(kind: str) -> None:
    expected = filled(read_back(kind, export(kind, PLAIN))[0])
    rows = injections()
    assert len(rows) >= 30
    for text in rows:
        for field, name in FIELDS.items():
            # A text of nothing but controls leaves its field empty; then it is none.
            fields = expected if one_line(text) else expected - {name}
            [record] = read_back(kind, export(kind, replace(PLAIN, **{field: text})))
            assert filled(record) == fields, (field, text)
            read = getattr(record, name)
            assert read.removeprefix("'" if kind == "csv" else "") == one_line(text), (field, text)


@pytest.mark.parametrize("kind", FORMATS)
def test_naughty_strings_are_one_record_each(kind: str) -> None:
    texts = [row["s"] for row in shared_rows("hostile/blns/blns.jsonl")]
    sources = [Source(outlet="Plain", title=text, url=f"https://example.org/{n}") for n, text in enumerate(texts)]
    records = {record.url: record for record in read_back(kind, export(kind, *sources))}
    assert len(records) == len(sources) > 500
    for source in sources:
        title = records[source.url or ""].title
        words = one_line(source.title or "")
        guarded = f"'{words}" if kind == "csv" and words.startswith(FORMULAS) else words
        assert title == guarded
        assert kind != "csv" or not title.startswith(FORMULAS)


def test_bibtex_has_a_partner_for_each_brace_also_behind_a_backslash() -> None:
    # So BibTeX counts them; bibtexparser is more lenient.
    for text in injections():
        depth = 0
        for character in export("bibtex", replace(PLAIN, title=text)):
            depth += {"{": 1, "}": -1}.get(character, 0)
            assert depth >= 0, text
        assert depth == 0, text


def test_ris_has_a_tag_at_the_start_of_each_line_and_nowhere_else() -> None:
    for text in injections():
        lines = export("ris", replace(PLAIN, title=text)).split("\n")
        assert [line[:6] for line in lines if line[:2] == "ER"] == ["ER  - "]
        assert all(line[2:6] == "  - " for line in lines if line)


def test_no_line_is_a_command_to_a_log() -> None:
    text = "::error::x ##[error]y ##vso[task]z"
    for kind in FORMATS:
        lines = export(kind, replace(PLAIN, title=text)).split("\n")
        assert not any(line.lstrip().startswith("::") or "##[" in line or "##vso[" in line for line in lines)
