"""What other programs read in the exports: everything, and nothing else."""

import csv
import json
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # It publishes no types.
import pytest
import rispy
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.citations.bibliography import make_bibliography
from briefgen.citations.exports import format_bibtex, format_csv_table, make_csl
from briefgen.citations.exports.source_values import one_line
from briefgen.model import Source, collapse_spaces
from briefgen.model.dates import parse_date
from briefgen.model.issue import Archived
from tests.citations.exported import FORMATS, Record, entries_of, export, listing, read_back

SCHEMA = json.loads((Path(__file__).parents[1] / "data/csl/csl-data.json").read_text(encoding="utf-8"))
COPY = "https://web.archive.org/web/20230511/https://www.gov.cn/a_b%20c?x=1&y=2#z"
FULL = Source(
    outlet="Xinhua",
    date=parse_date("2017-04-01"),
    title="中共中央、国务院决定设立河北雄安新区",
    translated_title="Xiong’an “New Area” set up: 50% & more",
    language="zh-Hans",
    author="Wang Fang and Ole Brandt",
    url="https://www.gov.cn/a_b%20c?x=1&y=2#z",
    archived=Archived(url=COPY, date=date(2023, 5, 11)),
    accessed=date(2023, 5, 12),
    note="for the editor",
)


def read_one(kind: str, source: Source) -> Record:
    [record] = read_back(kind, export(kind, source))
    return record


@pytest.mark.parametrize("kind", FORMATS)
def test_everything_is_read_back(kind: str) -> None:
    # The address of the copy is in a note in BibTeX, which has no field for it.
    archived, note = ("", f"Archived on 2023-05-11: {COPY}") if kind == "bibtex" else (COPY, "")
    assert read_one(kind, FULL) == Record(
        key="key-0",
        title=FULL.title or "",
        translation=FULL.translated_title or "",
        outlet="Xinhua",
        author="Wang Fang and Ole Brandt",
        date="2017-04-01",
        language="zh-Hans",
        url=FULL.url or "",
        archived=archived,
        note=note,
    )


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("written", ["2023-05-12", "2023-05", "2023", "0987", "undated", ""])
def test_a_date_is_as_precise_as_it_was(kind: str, written: str) -> None:
    source = Source(outlet="NYT", date=parse_date(written) if written else None)
    shown = written.removeprefix("0") if kind == "csl-json" else written
    assert read_one(kind, source).date == shown


def test_bibtex_has_the_year_and_month_that_it_reads() -> None:
    [entry] = entries_of(Source(outlet="NYT", date=parse_date("2023-05")))
    assert "date = {2023-05},\n  year = {2023},\n  month = may,\n" in format_bibtex([entry])


@pytest.mark.parametrize("kind", FORMATS)
def test_what_the_editor_alone_may_read_is_not_exported(kind: str) -> None:
    assert "for the editor" not in export(kind, FULL)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_page_that_is_gone_is_cited_by_its_copy(kind: str) -> None:
    record = read_one(kind, replace(FULL, dead=True))
    assert (record.url, FULL.url in (record.note, record.note.rpartition(" ")[2])) == (
        (FULL.url, False) if kind == "csv" else (COPY, True)
    )
    if kind == "csv":
        assert "yes" in export(kind, replace(FULL, dead=True))


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize(
    ("background", "places", "mark"), [(False, 0, "uncited"), (True, 0, "background"), (True, 1, "")]
)
def test_an_uncited_source_is_marked(kind: str, *, background: bool, places: int, mark: str) -> None:
    entries = make_bibliography([listing(Source(outlet="NYT", background=background), places=places)])
    texts = {"csl-json": lambda: json.dumps(make_csl(entries)), "bibtex": lambda: format_bibtex(entries)}
    if kind in texts:
        assert read_back(kind, texts[kind]())[0].mark == mark
    assert entries[0].mark == mark


@pytest.mark.parametrize(
    ("source", "csl", "bibtex", "ris"),
    [
        (Source(outlet="NYT"), "article-newspaper", "@article", "NEWS"),
        (Source(outlet="Reuters", url="https://reuters.com/a"), "article-newspaper", "@article", "NEWS"),
        (Source(outlet="The Economist"), "article-magazine", "@article", "MGZN"),
        (Source(outlet="Twitter", url="https://twitter.com/a"), "post", "@online", "ELEC"),
        (Source(outlet="Harbor Notes", url="https://a.org/a"), "webpage", "@online", "ELEC"),
        (Source(outlet="Harbor Notes", print=True), "document", "@misc", "GEN"),
        (Source(outlet="Ole Brandt", interview=True), "interview", "@misc", "PCOMM"),
    ],
)
def test_the_kind_of_work_is_that_of_the_outlet(source: Source, csl: str, bibtex: str, ris: str) -> None:
    assert json.loads(export("csl-json", source))[0]["type"] == csl
    assert export("bibtex", source).startswith(f"{bibtex}{{")
    assert rispy.loads(export("ris", source))[0]["type_of_reference"] == ris


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("author", ["Jane Doe", "@kielcity", "Larry Diamond and Orville Schell, eds.", "dpa", "王芳"])
def test_one_author_stays_one(kind: str, author: str) -> None:
    text = export(kind, Source(outlet="NYT", author=author))
    expected = f"'{author}" if kind == "csv" and author.startswith("@") else author
    assert read_back(kind, text)[0].author == expected
    if kind == "csl-json":
        assert json.loads(text)[0]["author"] == [{"literal": author}]
    if kind == "ris":
        assert rispy.loads(text)[0]["authors"] == [author]


def test_csl_json_keeps_to_its_schema() -> None:
    sources = (
        FULL,
        replace(FULL, dead=True, url="https://www.gov.cn/b"),
        Source(outlet="Ole Brandt", interview=True, date=parse_date("undated")),
        Source(outlet="NYT", date=parse_date("2023")),
    )
    items = json.loads(export("csl-json", *sources))
    assert len(items) == len(sources)
    jsonschema.validate(items, SCHEMA)


# The first are kinds of faults in other programs: escapes within addresses (bibtex-tidy 4), a percent sign that is
# taken for a comment (pandoc 7678), braces behind a backslash (biber 61), two characters that TeX takes for one.
@pytest.mark.parametrize(
    "title",
    [
        "a_b c_d",
        "Up 50% of 100 %",
        "How to use { in TeX",
        "How to use } in TeX",
        "}{",
        "Regex:[01]{20}",
        r"\input{/etc/passwd} \\ \{",
        "$x^2$ ~ #1 & co",
        "a -- b --- c",
        "``quoted'' and 'single' and `code` ?` !`",
        ",, << >> <b>bold</b> &amp; &#39;",
        '"double", quoted; 1,5',
        "@article{x, title={y}}",
        "[Hamburg] [1796]",
        "TY  - JOUR",
        "ER  - ",
        "雄安 שלום سلام é",
        "\u200fעברית\u200f \u2066x\u2069",
        "Σ – “q” … \u00a0 ﬁ",
        "Éolien en mer\u00a0: le pari\u202f!",
    ],
)
@pytest.mark.parametrize("kind", FORMATS)
def test_a_title_is_read_back_as_written(kind: str, title: str) -> None:
    record = read_one(kind, Source(outlet="NYT", title=title, translated_title=title))
    words = collapse_spaces(title)
    expected = f"'{words}" if kind == "csv" and words[0] in "@=" else words
    assert (record.title, record.translation) == (expected, expected)


@settings(max_examples=30)
@given(st.text(min_size=1), st.text(min_size=1), st.text(min_size=1))
def test_no_text_changes_the_number_of_records_or_fields(title: str, outlet: str, author: str) -> None:
    source = Source(outlet=outlet, title=title, translated_title=title, author=author)
    filled = {
        name
        for name, text in (("title", title), ("translation", title), ("outlet", outlet), ("author", author))
        if one_line(text)
    }
    for kind in FORMATS:
        text = export(kind, source)
        text.encode()
        record = read_one(kind, source)
        assert {name for name, value in record._asdict().items() if value} == {"key", *filled}, kind


def test_capitals_alone_do_not_make_another_key() -> None:
    # BibTeX takes `NYT` and `nyt` for one, and refuses the second.
    one, other = Source(outlet="NYT", title="A"), Source(outlet="NYT", title="B")
    entries = make_bibliography([listing(one, "NYT", issue=133), listing(other, "nyt", issue=134)])
    assert {each.id for each in entries} == {"NYT", "nyt-134"}


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("\r=1", "'=1"),
        (" =1", "'=1"),
        ("＝1", "'＝1"),
        ("a\n=1", "a =1"),
        ("1-1", "1-1"),
        ('say "so"', 'say "so"'),
        ("##[error]x", "# #[error]x"),
        ("\ud800\x00\u2028", "\ufffd"),
    ],
)
def test_no_cell_is_a_formula(cell: str, written: str) -> None:
    text = format_csv_table(["cell"], [[cell]])
    assert list(csv.reader(StringIO(text), strict=True)) == [["cell"], [written]]
    assert text.startswith('"cell"\n"')


def _fields_of(text: str) -> set[str]:
    item: dict[str, Any] = json.loads(text)[0]
    return set(item)


def test_what_an_issue_does_not_say_is_no_field() -> None:
    assert _fields_of(export("csl-json", Source(outlet="NYT"))) == {"id", "type", "container-title"}
    assert export("ris", Source(outlet="NYT")) == "TY  - NEWS\nID  - key-0\nT2  - NYT\nER  - \n"
