"""`sources`: the command, as people and programs use it."""

import csv
import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest

from briefgen.cli import run as run_command
from tests.citations.exported import read_back
from tests.cli.conftest import ISSUE, ROOT

NEXT = """\
number: 8
date: 2024-01-12
summary: The dredger arrives.
feature:
  title: The *Dredger* Arrives
  author: Ana Reyes
  body: |
    The [ports](https://www.reuters.com/signing?utm_source=x) signed; crews wait [@crew; @wall]. So it is (NYT, May 9).
sources:
  crew: {outlet: BBC, date: 2024-01-03, url: "http://bbc.com/crews", title: Crews wait}
  wall: {outlet: Xinhua, date: 2024-01, title: 中国港口, translated_title: China’s Ports, language: zh-Hans}
  reuters: {outlet: Reuters, date: 2024-01-02, url: "https://www.reuters.com/signing"}
  spare: {outlet: NRC, date: undated}
  paper: {outlet: NRC, print: true, background: true}
corrections:
  - {date: 2024-01-15, text: "The crews had waited [@crew]."}
"""


@pytest.fixture
def archive(newsroom: Path) -> Path:
    (newsroom / "issues/8-dredger.yaml").write_text(NEXT, encoding="utf-8")
    return newsroom


class Done(NamedTuple):
    """How a command ended, and what it printed."""

    returncode: int
    stdout: str
    stderr: str


Call = Callable[..., Done]


@pytest.fixture
def call(newsroom: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Run `briefgen sources` in this process: that takes a tenth of the time."""
    monkeypatch.chdir(newsroom)

    def call_here(*words: str) -> Done:
        code = run_command(["sources", *words])
        return Done(code, *capsys.readouterr())

    return call_here


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text), strict=True))


def test_the_sources_of_all_issues_are_listed_once(archive: Path, call: Call) -> None:
    done = call()
    assert done.returncode == 0
    assert done.stdout == (
        "Key      Outlet   Date        Title                            Cited in\n"
        "wall     Xinhua   2024-01     中国港口                         8\n"
        "                              China’s Ports\n"
        "signing  Reuters  2024-01-02  https://www.reuters.com/signing  7 (2), 8\n"
        "crews    BBC      2024-01-03  Crews wait                       7, 8 (2)\n"
        "paper    NRC      –           –                                background\n"
        "spare    NRC      undated     –                                uncited\n"
    )
    assert done.stderr == (
        "1 citation without a source not listed; `briefgen validate` shows it\n"
        "5 sources, 7 citations, 1 uncited, in 2 issues\n"
    )
    del archive


def test_one_issue_is_listed_if_it_is_named(archive: Path, call: Call) -> None:
    assert [row["key"] for row in rows(call("7", "--format", "csv").stdout)] == ["signing", "crews"]
    del archive


@pytest.mark.parametrize(("suffix", "kind"), [("csv", "csv"), ("json", "csl-json"), ("bib", "bibtex"), ("ris", "ris")])
def test_a_file_is_written_in_the_format_of_its_name(archive: Path, call: Call, suffix: str, kind: str) -> None:
    done = call("-o", f"sources.{suffix}")
    assert (done.returncode, done.stdout) == (0, "")
    assert f"\nwrote sources.{suffix}\n" in done.stderr
    written = (archive / f"sources.{suffix}").read_text(encoding="utf-8")
    assert len(read_back(kind, written)) == 5
    assert call("--format", kind).stdout == written


def test_what_goes_through_a_pipe_is_utf_8(archive: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "briefgen", "sources", "--format", "csv"],
        cwd=archive,
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"},
    )
    assert "中国港口" in done.stdout.decode()


def test_on_a_terminal_nothing_in_an_export_is_obeyed(archive: Path) -> None:
    issue = archive / "issues/8-dredger.yaml"
    issue.write_text(NEXT.replace("Crews wait", "Crews \u202e wait"), encoding="utf-8")
    main, side = pty.openpty()
    command = [sys.executable, "-m", "briefgen", "sources", "--format", "csv"]
    subprocess.run(command, cwd=archive, stdout=side, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True)
    os.close(side)
    shown = os.read(main, 65_536).decode()
    os.close(main)
    assert r"Crews \u{202e} wait" in shown


def test_what_a_source_lacks_is_shown_with_its_place(archive: Path, call: Call) -> None:
    done = call("--missing", "url")
    assert done.stdout == (
        "Place                     Key    Source\n"
        "issues/8-dredger.yaml:11  wall   Xinhua, 2024-01\n"
        "                                 中国港口\n"
        "                                 China’s Ports\n"
        "issues/8-dredger.yaml:13  spare  NRC, undated\n"
    )
    assert done.stderr.endswith("2 sources without an address, 1 citation, 1 uncited, in 1 of 2 issues\n")
    assert done.returncode == 0
    del archive


@pytest.mark.parametrize(
    ("field", "keys"),
    [
        ("date", {"paper"}),
        ("title", {"crews", "signing", "spare", "paper"}),
        ("author", {"crews", "signing", "wall", "spare", "paper"}),
        ("archive", {"crews", "signing"}),
        ("language", {"crews", "signing", "spare", "paper"}),
        ("accessed", {"crews", "signing"}),
    ],
)
def test_each_field_can_be_missing(archive: Path, call: Call, field: str, keys: set[str]) -> None:
    # What one issue lacks, another may have.
    assert {row["key"] for row in rows(call("--missing", field, "-f", "csv").stdout)} == keys
    del archive


def test_the_field_has_to_be_named(call: Call) -> None:
    assert call("--missing").returncode == 2
    done = call("--missing", "7")
    assert done.returncode == 2
    assert "'url', 'date', 'title'" in done.stderr


def test_outlets_are_counted(archive: Path, call: Call) -> None:
    assert call("--outlets").stdout == (
        "Outlet   Sources  Citations  Issues  First       Last\n"
        "BBC      1        3          2       2024-01-03  2024-01-03\n"
        "Reuters  1        3          2       2024-01-02  2024-01-02\n"
        "Xinhua   1        1          1       2024-01     2024-01\n"
        "NRC      2        0          1       –           –\n"
    )
    assert call("--outlets", "-f", "csv").stdout.startswith('"outlet","sources","citations",')
    del archive


@pytest.mark.parametrize("word", ["crews", "crew", "https://www.bbc.com/crews", "bbc.com/crews"])
def test_the_places_that_cite_a_source_are_shown(archive: Path, call: Call, word: str) -> None:
    done = call("--cited-by", word)
    assert done.stdout == (
        "Source  Issue  Issue date  Item                       Place\n"
        "crews   7      2024-01-05  Two Ports Share a Dredger  issues/7-two-ports.yaml:8:71\n"
        "crew    8      2024-01-12  The Dredger Arrives        issues/8-dredger.yaml:8:83\n"
        "crew    8      2024-01-12                             issues/8-dredger.yaml:16:53\n"
    )
    places = [line.rpartition("issues/")[2] for line in done.stdout.splitlines()[1:] if "issues/" in line]
    texts = [
        (archive / "issues" / place.partition(":")[0]).read_text(encoding="utf-8").splitlines() for place in places
    ]
    for lines, place in zip(texts, places, strict=True):
        _, line, column = place.split(":")
        assert lines[int(line) - 1][int(column) - 1 :].startswith(("BBC, January 3", "@crew"))
    assert len(places) == 3


def test_a_link_to_a_source_cites_it(archive: Path, call: Call) -> None:
    assert "issues/8-dredger.yaml:8:9" in call("--cited-by", "signing").stdout
    del archive


def test_an_issue_that_lists_a_source_without_citing_it_is_shown(archive: Path, call: Call) -> None:
    assert "(listed, not cited)" in call("--cited-by", "spare").stdout
    del archive


def test_a_source_of_several_issues_comes_with_its_page_on_the_site(archive: Path, call: Call) -> None:
    settings = "name: Harbor Notes\nurl: https://harbor.example/news/\n"
    (archive / "issues/publication.yaml").write_text(settings, encoding="utf-8")
    faultless = NEXT.replace(" So it is (NYT, May 9).", "").replace("print: true", "date: 2024, print: true")
    (archive / "issues/8-dredger.yaml").write_text(faultless, encoding="utf-8")
    assert "its page" not in call("--cited-by", "crews").stderr
    assert run_command(["build", "-f", "html", "--jobs", "1"]) == 0
    [folder] = (archive / "dist/sources").glob("w-*")
    said = call("--cited-by", "crews").stderr
    assert f"its page on the site: https://harbor.example/news/sources/{folder.name}/\n" in said
    assert "its page" not in call("--cited-by", "wall").stderr
    # A link alone does not list a source.
    assert "its page" not in call("--cited-by", "signing").stderr


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("signin", "error: no source has the key `signin`\n  = help: did you mean `signing`?\n"),
        ("https://a.org/b", "error: no source at `https://a.org/b`\n  = help: `briefgen sources` lists them"),
    ],
)
def test_a_source_that_is_not_there_is_told(call: Call, word: str, message: str) -> None:
    done = call("--cited-by", word)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(message)


@pytest.mark.parametrize(
    ("options", "keys"),
    [
        (("--since", "2024-01-03"), {"crews", "wall"}),
        (("--until", "2024-01-02"), {"signing", "wall"}),
        (("--since", "2024-01-02", "--until", "2024-01-02"), {"signing", "wall"}),
        (("--since", "2024-02"), set()),
        (("--until", "2024"), {"crews", "wall", "signing"}),
        (("--until", "2023"), set()),
    ],
)
def test_a_period_holds_what_may_be_of_it(archive: Path, call: Call, options: tuple[str, ...], keys: set[str]) -> None:
    done = call("-f", "csv", *options)
    assert {row["key"] for row in rows(done.stdout)} == keys
    assert "2 sources without a date left out" in done.stderr
    del archive


@pytest.mark.parametrize("words", [("--since", "May 2024"), ("--until", "undated"), ("--since", "2024-13")])
def test_a_period_needs_dates(call: Call, words: tuple[str, ...]) -> None:
    done = call(*words)
    assert done.returncode == 2
    assert done.stderr.startswith(f"error: `{words[0]}`")
    assert "= help" in done.stderr


def test_an_issue_that_cannot_be_read_is_told_and_the_rest_is_listed(archive: Path, call: Call) -> None:
    (archive / "issues/9-torn.yaml").write_text("number: 9\ndate: 2024-13-01\n", encoding="utf-8")
    done = call("-f", "csv")
    assert done.returncode == 1
    assert len(rows(done.stdout)) == 5
    assert "could not be read: issues/9-torn.yaml:" in done.stderr


def test_an_issue_that_cannot_be_read_is_told_too_if_no_source_is_found(archive: Path, call: Call) -> None:
    (archive / "issues/9-torn.yaml").write_text("number: [\n", encoding="utf-8")
    done = call("--cited-by", "nowhere")
    assert done.returncode == 2
    assert "could not be read: issues/9-torn.yaml:" in done.stderr


def test_a_damaged_register_is_told(archive: Path, call: Call) -> None:
    (archive / "issues/outlets.yaml").write_text("outlets: [\n", encoding="utf-8")
    done = call("-f", "csv")
    assert done.returncode == 1
    assert "could not be read: issues/outlets.yaml:" in done.stderr


def test_drafts_are_left_out_unless_named(archive: Path, call: Call) -> None:
    path = archive / "issues/8-dredger.yaml"
    path.write_text(NEXT.replace("summary:", "draft: true\nsummary:"), encoding="utf-8")
    done = call("-f", "csv")
    assert len(rows(done.stdout)) == 2
    assert "1 draft left out: issues/8-dredger.yaml; name one to list its sources" in done.stderr
    assert len(rows(call("-f", "csv", "8").stdout)) == 5


def test_an_issue_without_sources_says_why_the_list_is_empty(newsroom: Path, call: Call) -> None:
    path = newsroom / "issues/7-two-ports.yaml"
    path.write_text(ISSUE.partition("sources:")[0].replace("[@signing]", "(AP, May 3)"), encoding="utf-8")
    done = call()
    assert (done.returncode, done.stdout) == (0, "")
    assert "3 citations without a source not listed; `briefgen validate` shows them" in done.stderr
    assert json.loads(call("-f", "csl-json").stdout) == []
    assert call("-f", "bibtex").stdout == call("-f", "ris").stdout == ""


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--outlets", "-f", "ris"), "`--outlets` makes a table, which ris cannot hold"),
        (("--cited-by", "crews", "-o", "a.bib"), "`--cited-by` makes a table, which bibtex cannot hold"),
        (("--outlets", "--cited-by", "crews"), "`--outlets` and `--cited-by` are two tables"),
        (("-o", "issues/7-two-ports.yaml"), "`issues/7-two-ports.yaml` would be a YAML file, as issues are"),
        (("-o", "nowhere/a.csv"), "there is no folder `nowhere/`"),
        (("-o", "issues"), "`issues` is a folder"),
    ],
)
def test_what_cannot_be_done_is_told_before_anything_is_written(
    newsroom: Path, call: Call, words: tuple[str, ...], message: str
) -> None:
    done = call(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"error: {message}\n  = help: ")
    assert (newsroom / "issues/7-two-ports.yaml").read_text(encoding="utf-8") == ISSUE
