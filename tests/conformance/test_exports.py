"""Lets other programs read the lists of sources: check-jsonschema with CSL's schema, Pandoc, rispy, bibtexparser."""

import csv
import json
from pathlib import Path
from typing import Any

import pypandoc
import pytest

from tests.citations.exported import read_back
from tests.conformance.conftest import Verdict
from tests.conformance.programs import run
from tests.conformance.publications import NAMES, ROOT, find_source, run_briefgen
from tests.conformance.test_schemas import find_schema_findings

# From the repository citation-style-language/schema, with its licence beside it.
SCHEMA = ROOT / "tests/data/csl/csl-data.json"
SUFFIXES = {"csv": "csv", "csl-json": "json", "bibtex": "bib", "ris": "ris"}
READERS = (("csl-json", "csljson"), ("bibtex", "bibtex"), ("bibtex", "biblatex"), ("ris", "ris"))
# Pandoc prints quotation marks in the style of the language, and the inner ones in another.
_QUOTES = str.maketrans(dict.fromkeys("‘’“”'", '"'))


@pytest.fixture(scope="module", params=NAMES)
def exports(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sources of a publication in each format."""
    folder = tmp_path_factory.mktemp("exports")
    source = find_source(str(request.param), folder)
    if source is None:
        pytest.skip("../shared/newsletter-133 is not beside this checkout")
    for suffix in SUFFIXES.values():
        done = run_briefgen("sources", "--output", str(folder / f"sources.{suffix}"), cwd=source)
        assert done.returncode == 0, done.stderr
    return folder


def read_with_pandoc(file: Path, kind: str) -> list[dict[str, Any]]:
    done = run(pypandoc.get_pandoc_path(), "--from", kind, "--to", "csljson", file)
    assert done.returncode == 0, done.stderr
    assert not done.stderr, done.stderr
    items = json.loads(done.stdout)
    assert isinstance(items, list)
    return items


def read_rows(exports: Path) -> dict[str, dict[str, str]]:
    """Return the rows of the CSV file by key, without the apostrophes in front of what looks like a formula."""
    with (exports / "sources.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert rows
    return {row["key"]: {name: cell.removeprefix("'") for name, cell in row.items()} for row in rows}


def find_csl_findings(file: Path) -> list[str]:
    return find_schema_findings("--schemafile", SCHEMA, files=[file])


def test_csl_json_keeps_to_the_schema_of_csl(exports: Path, verdict: Verdict) -> None:
    verdict("check-jsonschema", find_csl_findings(exports / "sources.json"))


@pytest.mark.parametrize(("kind", "reader"), READERS, ids=str)
def test_pandoc_reads_each_source_with_its_title(exports: Path, kind: str, reader: str) -> None:
    items = {item["id"]: item for item in read_with_pandoc(exports / f"sources.{SUFFIXES[kind]}", reader)}
    rows = read_rows(exports)
    assert items.keys() == rows.keys()
    for key, row in rows.items():
        title = items[key].get("title", "").translate(_QUOTES)
        expected = row["title"].translate(_QUOTES)
        # It appends the translation, and calls the title without it the short one.
        short = items[key].get("title-short", title).translate(_QUOTES)
        assert expected in (title, short) or (reader != "csljson" and title.startswith(expected)), key
        assert items[key].get("URL", "") in (row["url"], row["archived_url"])


@pytest.mark.parametrize(("kind", "reader"), READERS[:3], ids=str)
def test_pandoc_reads_dates_as_precise_as_they_are(exports: Path, kind: str, reader: str) -> None:
    items = {item["id"]: item for item in read_with_pandoc(exports / f"sources.{SUFFIXES[kind]}", reader)}
    for key, row in read_rows(exports).items():
        parts = items[key].get("issued", {}).get("date-parts") or [[]]
        dated = "" if row["date"] == "undated" else row["date"]
        assert "-".join(f"{part:02}" for part in parts[0]) == dated, key


@pytest.mark.parametrize("kind", SUFFIXES)
def test_parsers_read_each_source_with_its_titles(exports: Path, kind: str) -> None:
    records = read_back(kind, (exports / f"sources.{SUFFIXES[kind]}").read_text(encoding="utf-8"))
    rows = read_rows(exports)
    assert [record.key for record in records] == list(rows)
    for record in records:
        row = rows[record.key]
        read = [text.removeprefix("'") for text in (record.title, record.translation, record.outlet, record.date)]
        assert read == [row["title"], row["translated_title"], row["outlet"], row["date"]]


def test_the_schema_of_csl_detects_faults(tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('[{"id": "a", "type": "newsletter"}]', encoding="utf-8")
    assert find_csl_findings(broken)


def test_pandoc_detects_faults(tmp_path: Path) -> None:
    broken = tmp_path / "broken.bib"
    broken.write_text("@article{a, title = {an open brace {}\n", encoding="utf-8")
    with pytest.raises(AssertionError):
        read_with_pandoc(broken, "biblatex")
