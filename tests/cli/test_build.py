"""`briefgen build`: what it writes, what it leaves alone, and how it ends."""

import re
from pathlib import Path

import pytest

from briefgen.cli import run as run_words
from briefgen.worker import libraries
from briefgen.worker.libraries import INSTALL_HINT, missing_libraries
from tests.cli.conftest import ISSUE, Run

NAMES = ["7-two-ports.md", "7-two-ports.pdf", "index.html"]


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_an_issue_becomes_page_markdown_and_pdf(newsroom: Path, run: Run) -> None:
    assert missing_libraries() == (), "the tests need Pango; ./run test installs it"
    done = run("build", "7")
    assert (done.returncode, done.stdout) == (0, "")
    folder = newsroom / "dist" / "7-two-ports"
    assert files(folder) == NAMES
    assert (folder / "7-two-ports.pdf").read_bytes().startswith(b"%PDF-")
    assert "wrote dist/7-two-ports/ (index.html " in done.stderr


def test_two_builds_give_the_same_bytes(newsroom: Path, run: Run, tmp_path: Path) -> None:
    run("build", "-o", str(tmp_path / "one"))
    moved = newsroom.rename(tmp_path / "elsewhere")
    run("build", "-o", str(tmp_path / "two"), cwd=moved, TZ="Asia/Tokyo", LC_ALL="C", PYTHONHASHSEED="0")
    for name in NAMES:
        assert (tmp_path / "one/7-two-ports" / name).read_bytes() == (tmp_path / "two/7-two-ports" / name).read_bytes()


def test_errors_stop_a_build_and_leave_the_last_one_whole(newsroom: Path, run: Run) -> None:
    folder = newsroom / "dist" / "7-two-ports"
    run("build", "-f", "html")
    before = (folder / "index.html").read_bytes()
    (newsroom / "issues" / "7-two-ports.yaml").write_text(ISSUE.replace("@signing", "@missing"), encoding="utf-8")
    done = run("build", "-f", "html")
    assert done.returncode == 1
    assert "no source `missing`" in done.stdout
    assert "not built; fix the errors, or use --draft" in done.stderr
    assert (folder / "index.html").read_bytes() == before


def test_a_draft_is_built_in_spite_of_errors_and_says_so(newsroom: Path, run: Run) -> None:
    (newsroom / "issues" / "7-two-ports.yaml").write_text(ISSUE.replace("@signing", "@missing"), encoding="utf-8")
    done = run("build", "--draft", "-f", "html,markdown")
    assert done.returncode == 0
    text = (newsroom / "dist/7-two-ports/7-two-ports.md").read_text(encoding="utf-8")
    assert r"\[citation needed: missing\]" in text
    assert "Draft" in text


def test_strict_stops_at_warnings(newsroom: Path, run: Run) -> None:
    (newsroom / "issues" / "7-two-ports.yaml").write_text(ISSUE.replace(" (BBC, January 3)", ""), encoding="utf-8")
    assert run("build", "-f", "html", "--strict").returncode == 1
    assert not (newsroom / "dist" / "7-two-ports").exists()
    assert run("build", "-f", "html").returncode == 0


def test_an_unreadable_issue_is_not_built_even_as_a_draft(newsroom: Path, run: Run) -> None:
    (newsroom / "issues" / "7-two-ports.yaml").write_text("title: Taiwan: what next\n", encoding="utf-8")
    done = run("build", "--draft", "-f", "html")
    assert done.returncode == 1
    assert "not built; fix the errors\n" in done.stderr
    assert "an unquoted value contains `: `" in done.stdout


def test_only_the_requested_formats_are_written(newsroom: Path, run: Run) -> None:
    run("build", "-f", "markdown", "-o", "out")
    assert files(newsroom / "out" / "7-two-ports") == ["7-two-ports.md"]


def test_other_files_in_the_output_folder_are_kept(newsroom: Path, run: Run) -> None:
    run("build", "-f", "html,markdown")
    folder = newsroom / "dist" / "7-two-ports"
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    run("build", "-f", "html", "--draft")
    assert files(folder) == ["index.html", "notes.txt"]
    assert (folder / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_a_publications_template_replaces_ours(newsroom: Path, run: Run) -> None:
    (newsroom / "templates").mkdir()
    (newsroom / "templates" / "issue.md.j2").write_text("Only {{ edition.title }}\n", encoding="utf-8")
    run("build", "-f", "markdown")
    text = (newsroom / "dist/7-two-ports/7-two-ports.md").read_text(encoding="utf-8")
    assert text.strip() == "Only Harbor Notes 7: Two Ports Share a Dredger"


def test_text_left_out_by_a_publications_template_is_reported(newsroom: Path, run: Run) -> None:
    (newsroom / "templates").mkdir()
    (newsroom / "templates" / "issue.md.j2").write_text("Only {{ edition.title }}\n", encoding="utf-8")
    done = run("build", "-f", "markdown")
    assert done.returncode == 0
    assert "the Markdown file lacks the words “" in done.stderr
    assert "”: the publication's own templates leave them out" in done.stderr


@pytest.mark.parametrize("rule", [".prose p { display: none }", ".prose p { margin-left: 500mm }"])
def test_a_style_sheet_that_loses_words_stops_the_build_and_the_old_outputs_stay(
    newsroom: Path, run: Run, rule: str
) -> None:
    assert run("build", "-f", "pdf").returncode == 0
    pdf = newsroom / "dist/7-two-ports/7-two-ports.pdf"
    before, sheet = pdf.read_bytes(), newsroom / "templates/css/print.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text(rule, encoding="utf-8")
    done = run("build", "-f", "pdf")
    assert done.returncode == 2
    assert re.search("error: 7-two-ports: the PDF lacks the words “|error: 7-two-ports: the words “", done.stderr)
    assert "if your own style sheet hides them" in done.stderr
    assert pdf.read_bytes() == before


def test_a_damaged_or_missing_picture_is_an_error(newsroom: Path, run: Run) -> None:
    issue = newsroom / "issues" / "7-two-ports.yaml"
    image = "image: {file: images/a.png, alt: Two ports, credit: Jane Doe}\n"
    issue.write_text(image + issue.read_text(encoding="utf-8"), encoding="utf-8")
    assert "error[S010] unusable-image: there is no `images/a.png`" in run("build", "-f", "html").stdout
    (newsroom / "issues" / "images").mkdir(exist_ok=True)
    (newsroom / "issues" / "images" / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(90))
    done = run("build", "-f", "html")
    assert done.returncode == 1
    assert "`images/a.png` is damaged" in done.stdout


def test_a_broken_template_is_named_with_its_line(newsroom: Path, run: Run) -> None:
    (newsroom / "templates").mkdir()
    (newsroom / "templates" / "issue.md.j2").write_text("one\n{{ edition.nothing }}\n", encoding="utf-8")
    done = run("build", "-f", "markdown")
    assert done.returncode == 2
    assert "error: template issue.md.j2:2: " in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("word", ["epub", "docx"])
def test_a_format_that_is_not_made_ends_with_two(run: Run, word: str) -> None:
    done = run("build", "-f", word)
    assert done.returncode == 2
    assert word in done.stderr


def test_without_pango_other_formats_are_built_and_the_packages_named(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(libraries, "_can_open", lambda name: "pango" not in name)
    monkeypatch.chdir(newsroom)
    code = run_words(["build", "7"])
    said = capsys.readouterr().err
    assert code == 2
    assert files(newsroom / "dist" / "7-two-ports") == ["7-two-ports.md", "index.html"]
    assert "this machine lacks libpango-1.0.so.0" in said
    assert INSTALL_HINT in said


def test_without_pango_a_pdf_alone_is_refused_and_nothing_else_is_spoken_of(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(libraries, "_can_open", lambda name: "harfbuzz-subset" not in name)
    monkeypatch.chdir(newsroom)
    code = run_words(["build", "7", "--format", "pdf"])
    caught = capsys.readouterr()
    assert code == 2
    assert not (newsroom / "dist").exists()
    assert caught.out == ""
    assert caught.err == (
        f"error: no PDF was made: this machine lacks libharfbuzz-subset.so.0\n  = help: {INSTALL_HINT}\n"
    )


def test_a_folder_that_cannot_be_written_ends_with_two(newsroom: Path, run: Run) -> None:
    (newsroom / "dist").write_text("in the way", encoding="utf-8")
    done = run("build", "-f", "html")
    assert done.returncode == 2
    assert "cannot write" in done.stderr
    assert (newsroom / "dist").read_text(encoding="utf-8") == "in the way"


def test_a_lone_issue_builds_into_dist_where_the_command_is_run(run: Run, tmp_path: Path) -> None:
    lone = tmp_path / "far" / "lone.yaml"
    lone.parent.mkdir()
    lone.write_text(ISSUE, encoding="utf-8")
    here = tmp_path / "here"
    here.mkdir()
    assert run("build", "../far/lone.yaml", "-f", "html", cwd=here).returncode == 0
    assert files(here / "dist") == ["lone/index.html"]


def test_numbers_work_from_inside_the_publication(newsroom: Path, run: Run) -> None:
    assert run("build", "7", "-f", "html", cwd=newsroom / "issues").returncode == 0
    assert files(newsroom / "dist" / "7-two-ports") == ["index.html"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (
            "page.html.j2",
            b'{% extends "briefgen/page.html.j2" %}\n{% block feetures %}{% endblock %}',
            "error: template page.html.j2:2: there is no block `feetures` in `briefgen/page.html.j2`\n  = help: did",
        ),
        ("page.html.j2", b'{% extends "page.html.j2" %}', "error: template page.html.j2:1: extends itself\n  = help: "),
        ("issue.md.j2", b"\ncaf\xe9", "error: template issue.md.j2:2: not UTF-8: byte 0xE9 stands here\n  = help: "),
        ("css/screen.css", b"\xff", "error: template css/screen.css:1: not UTF-8: byte 0xFF stands here\n  = help: "),
    ],
)
def test_a_template_that_cannot_be_meant_ends_with_two(
    newsroom: Path, run: Run, name: str, content: bytes, said: str
) -> None:
    path = newsroom / "templates" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    done = run("build", "-f", "html,markdown")
    assert done.returncode == 2
    assert said in done.stderr
    assert not (newsroom / "dist").exists()


def test_a_misspelt_name_of_a_template_is_told_once(newsroom: Path, run: Run) -> None:
    (newsroom / "templates").mkdir()
    (newsroom / "templates" / "page.html.js2").write_text("x", encoding="utf-8")
    done = run("build", "-f", "markdown")
    assert done.returncode == 0
    assert "warning: templates/page.html.js2 is used by nothing; did you mean `page.html.j2`?\n" in done.stderr


def test_an_issue_that_says_draft_is_built_only_by_name(newsroom: Path, run: Run) -> None:
    # It has an error too, which is reported only if the issue is named.
    (newsroom / "issues" / "8-later.yaml").write_text(
        ISSUE.replace("number: 7", "number: 8\ndraft: true").replace("[@signing].\n", "[@lost].\n", 1), encoding="utf-8"
    )
    done = run("build", "--format", "markdown")
    assert done.returncode == 0
    assert "skipped issues/8-later.yaml: it has `draft: true`; name it to build it" in done.stderr
    assert sorted(path.name for path in (newsroom / "dist").iterdir()) == ["7-two-ports", "manifest.json"]
    assert run("build", "8", "--format", "markdown").returncode == 1
    path = newsroom / "issues" / "8-later.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("[@lost]", "[@signing]"), encoding="utf-8")
    assert run("build", "issues/8-later.yaml", "--format", "markdown").returncode == 0
    assert (newsroom / "dist" / "8-later" / "8-later.md").exists()


def test_other_issues_take_no_notice_of_a_draft(newsroom: Path, run: Run) -> None:
    path = newsroom / "issues" / "8-later.yaml"
    path.write_text(ISSUE.replace("number: 7", "number: 8"), encoding="utf-8")
    assert "issues/8-later.yaml" in run("validate", "7").stdout
    path.write_text(ISSUE.replace("number: 7", "number: 8\ndraft: true"), encoding="utf-8")
    assert "8-later" not in run("validate", "7").stdout
