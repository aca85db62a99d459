"""A second build does only what has changed, and comes to what a first one would."""

import json
import os
import random
import re
import shutil
import subprocess
import time
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from briefgen.cli import run as run_words
from briefgen.compile import issue_builder
from briefgen.compile.newsroom import Newsroom
from briefgen.compile.options import CompileOptions
from briefgen.compile.pipeline import CheckedIssue, check_issue
from tests.conformance.publications import draw_placeholder

Run = Callable[..., "subprocess.CompletedProcess[str]"]

BODY = """\
    The harbour board met on {day} and put off the dredging for a {nth} time [@ferry]. The pilots had asked for it.

    Nobody from the yard came to the {nth} meeting, and the minutes say so.
"""
ISSUE = """\
number: {number}
date: 2024-0{month}-0{day}
summary: The {nth} season at the two ports.
image: {{file: images/port.png, alt: A port., credit: Nobody}}
feature:
  title: The {nth} season
  author: Ada Quay
  body: |
{body}
sources:
  ferry:
    outlet: Reuters
    date: 2024-0{month}-01
    title: Ferry number {number} returns
    url: https://news.example.org/{number}
"""
NTH = ("first", "second", "third", "fourth", "fifth", "sixth")


@pytest.fixture(name="archive")
def _archive(tmp_path: Path) -> Path:
    """Six issues that were saved a while ago, with settings and a picture."""
    root = tmp_path / "archive"
    (root / "issues/images").mkdir(parents=True)
    draw_placeholder(root / "issues/images/port.png")
    (root / "issues/publication.yaml").write_text(
        "name: Two Ports\nbuild: {formats: [html, markdown]}\nvalidate: {ignore: [M101, M102, A103]}\n",
        encoding="utf-8",
    )
    for place, nth in enumerate(NTH):
        text = ISSUE.format(
            number=place + 1, month=place + 1, day=place + 1, nth=nth, body=BODY.format(day=place, nth=nth)
        )
        (root / f"issues/{place + 1}-season.yaml").write_text(text, encoding="utf-8")
    _age(root)
    return root


@pytest.fixture(name="run")
def _run_here(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `briefgen` in the archive, with a cache of its own, in this process, which has loaded it already."""
    monkeypatch.chdir(archive)
    monkeypatch.setenv("BRIEFGEN_CACHE", str(tmp_path / "cache"))

    def call(*words: str) -> "subprocess.CompletedProcess[str]":
        said, reported = StringIO(), StringIO()
        with redirect_stdout(reported), redirect_stderr(said):
            code = run_words(words)
        return subprocess.CompletedProcess(words, code, reported.getvalue(), said.getvalue())

    return call


def _age(root: Path) -> None:
    """Let all files seem a minute old, since a file that was just saved is read again."""
    then = time.time() - 60
    for path in root.rglob("*"):
        os.utime(path, (then, then), follow_symlinks=False)


def _read(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _wrote(done: "subprocess.CompletedProcess[str]") -> list[str]:
    assert done.returncode in {0, 1}, done.stderr
    return [
        line.split("/")[1]
        for line in done.stderr.splitlines()
        if line.startswith("wrote ") and "of the site" not in line
    ]


def test_an_unchanged_archive_is_left_alone_and_still_reported(archive: Path, run: Run) -> None:
    (archive / "issues/3-season.yaml").write_text(
        (archive / "issues/3-season.yaml").read_text(encoding="utf-8").replace("the yard", "the the yard"),
        encoding="utf-8",
    )
    first = run("build")
    before = {path: path.stat().st_mtime_ns for path in (archive / "dist").rglob("*")}
    second = run("build")
    assert _wrote(first) == [f"{number}-season" for number in range(1, 7)]
    assert _wrote(second) == []
    assert "6 issues are unchanged\n" in second.stderr
    assert "T104" in first.stdout
    assert second.stdout == first.stdout
    assert second.stderr.splitlines()[-1].partition(" in ")[0] == first.stderr.splitlines()[-1].partition(" in ")[0]
    assert {path: path.stat().st_mtime_ns for path in (archive / "dist").rglob("*")} == before


@pytest.mark.parametrize(
    ("path", "content", "rebuilt"),
    [
        ("issues/4-season.yaml", "{}# a comment\n", [4]),
        ("issues/publication.yaml", "{}tagline: New\n", [1, 2, 3, 4, 5, 6]),
        ("issues/outlets.yaml", "outlets:\n  - {{id: x, name: X Wire}}\n", [1, 2, 3, 4, 5, 6]),
        ("issues/terms.yaml", "terms:\n  - {{expected: shipyards, patterns: [ship yards]}}\n", [1, 2, 3, 4, 5, 6]),
        ("templates/issue.md.j2", "{{% extends 'briefgen/issue.md.j2' %}}", [1, 2, 3, 4, 5, 6]),
        ("dist/2-season/index.html", "spoilt", [2]),
        ("dist/2-season/2-season.md", None, [2]),
        ("dist/2-season/images/port-*.png", None, [2]),
        ("dist/manifest.json", None, [1, 2, 3, 4, 5, 6]),
        ("dist/manifest.json", "{{", [1, 2, 3, 4, 5, 6]),
    ],
)
def test_what_an_output_depends_on_makes_it_anew(
    archive: Path, run: Run, path: str, content: str | None, rebuilt: list[int]
) -> None:
    run("build")
    whole = _read(archive / "dist")
    changed = next(archive.glob(path), archive / path)
    changed.parent.mkdir(exist_ok=True)
    if content is None:
        changed.unlink()
    else:
        old = changed.read_text(encoding="utf-8") if changed.exists() else ""
        changed.write_text(content.format(old), encoding="utf-8")
    assert _wrote(run("build")) == [f"{number}-season" for number in rebuilt]
    if path.startswith("dist/"):
        assert _read(archive / "dist") == whole
    assert _wrote(run("build")) == []


def test_a_changed_picture_makes_its_issues_anew(archive: Path, run: Run) -> None:
    shutil.copy(archive / "issues/images/port.png", archive / "issues/images/own.png")
    issue = archive / "issues/5-season.yaml"
    issue.write_text(issue.read_text(encoding="utf-8").replace("port.png", "own.png"), encoding="utf-8")
    run("build")
    from PIL import Image  # noqa: PLC0415 - only this test draws

    Image.new("RGB", (40, 30), "red").save(archive / "issues/images/own.png")
    assert _wrote(run("build")) == ["5-season"]


def test_a_neighbour_is_checked_again_when_it_can_see_the_change(archive: Path, run: Run) -> None:
    run("build")
    issue = archive / "issues/4-season.yaml"
    issue.write_text(issue.read_text(encoding="utf-8").replace("2024-04-04", "2024-05-05"), encoding="utf-8")
    done = run("build")
    assert "issue 4 has the same date" in done.stdout
    assert "5-season" in _wrote(done)


@pytest.mark.attacks
def test_random_edits_come_to_what_a_new_build_would(archive: Path, run: Run, tmp_path: Path) -> None:
    chance = random.Random(16)  # noqa: S311 - nothing secret
    run("build")
    paths = sorted((archive / "issues").glob("*-season.yaml"))
    edits: list[Callable[[str], str]] = [
        lambda text: text.replace("so.", "so, IMO."),
        lambda text: text.replace("Nobody from the yard", "The International Maritime Organization (IMO)"),
        lambda text: text.replace("  body: |\n", "  body: |\n    One more line.\n\n"),
        lambda text: text.replace("news.example.org/", "news.example.org/7?"),
        lambda _: chance.choice(paths).read_text(encoding="utf-8"),
        lambda text: text.replace("date: 2024", "date: 2025"),
    ]
    for _ in range(3):
        path = chance.choice(paths)
        path.write_text(chance.choice(edits)(path.read_text(encoding="utf-8")), encoding="utf-8")
        step = run("build")
        anew = tmp_path / "anew"
        shutil.rmtree(anew, ignore_errors=True)
        whole = run("build", "--force", "--output", str(anew))
        assert step.stdout == whole.stdout
        built = {name: content for name, content in _read(anew).items() if name != "manifest.json"}
        assert {name: content for name, content in _read(archive / "dist").items() if name in built} == built


@pytest.mark.parametrize("name", ["2-season.yaml", "1-season.yaml", "publication.yaml", "images/port.png"])
def test_what_is_saved_while_a_build_runs_is_built_again(
    archive: Path, run: Run, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def check(newsroom: Newsroom, issue: Path, options: CompileOptions) -> CheckedIssue:
        checked = check_issue(newsroom, issue, options)
        path = archive / "issues" / name
        path.write_bytes(path.read_bytes() + b"\n")
        return checked

    with monkeypatch.context() as patched:
        patched.setattr(issue_builder, "check_issue", check)
        run("build", "2")
    assert _wrote(run("build", "2")) == ["2-season"]
    assert _wrote(run("build", "2")) == []


def test_a_new_fault_of_the_publication_stops_what_was_current(archive: Path, run: Run) -> None:
    assert run("build", "--strict").returncode == 0
    shutil.copy(archive / "issues/1-season.yaml", archive / "issues/stray.yaml")
    done = run("build", "--strict")
    assert "`stray.yaml` contains an issue but is not read" in done.stdout
    assert done.returncode == 1


def test_formats_that_are_not_asked_for_stay_while_they_are_current(archive: Path, run: Run) -> None:
    run("build", "1")
    assert "removed from" not in run("build", "-f", "markdown", "1").stderr
    assert (archive / "dist/1-season/index.html").exists()
    issue = archive / "issues/1-season.yaml"
    issue.write_text(issue.read_text(encoding="utf-8").replace("pilots", "masters"), encoding="utf-8")
    done = run("build", "-f", "markdown", "1")
    assert "removed from dist/1-season/: index.html; to keep them, name their formats too" in done.stderr
    assert not (archive / "dist/1-season/index.html").exists()


def test_another_programs_manifest_is_left_alone(archive: Path, run: Run) -> None:
    (archive / "dist").mkdir()
    (archive / "dist/manifest.json").write_text('{"name": "App"}', encoding="utf-8")
    done = run("build")
    assert done.returncode == 2
    assert "`dist/manifest.json` is not briefgen's" in done.stderr
    assert (archive / "dist/manifest.json").read_text(encoding="utf-8") == '{"name": "App"}'
    assert (archive / "dist/6-season/index.html").exists()


def test_several_processes_write_the_same_bytes(archive: Path, run: Run, tmp_path: Path) -> None:
    for number in range(7, 11):
        text = (archive / "issues/6-season.yaml").read_text(encoding="utf-8")
        text = text.replace("number: 6", f"number: {number}").replace("2024-06-06", f"2024-07-{number:02}")
        (archive / f"issues/{number}-season.yaml").write_text(text, encoding="utf-8")
    one = run("build", "--jobs", "1", "--output", str(tmp_path / "one"))
    many = run("build", "--jobs", "3", "--output", str(tmp_path / "many"))
    assert _read(tmp_path / "one") == _read(tmp_path / "many")
    assert one.stdout == many.stdout
    assert [
        line.split("/")[-2] for line in many.stderr.splitlines() if "-season" in line and line.startswith("wrote ")
    ] == [f"{number}-season" for number in range(1, 11)]


def test_the_parts_of_a_build_add_up_to_the_whole(archive: Path, run: Run, tmp_path: Path) -> None:
    run("build", "--output", str(tmp_path / "whole"))
    parts = [tmp_path / f"part-{number}" for number in range(1, 5)]
    for number, part in enumerate(parts, 1):
        run("build", "--shard", f"{number}/4", "--output", str(part))
    done = run("build", "--merge", *map(str, parts))
    assert done.returncode == 0
    assert re.fullmatch(
        r"6 issues merged into dist/\nwrote \d+ files of the site in dist/\nindexed .* s\nnote: .*\n", done.stderr
    )
    assert _read(archive / "dist") == _read(tmp_path / "whole")
    parts[1].joinpath("2-season/index.html").write_text("spoilt", encoding="utf-8")
    spoilt = run("build", "--merge", *map(str, parts))
    assert spoilt.returncode == 2
    assert "part-2/2-season/index.html` is not what its manifest describes" in spoilt.stderr


STRANGE: dict[str, Callable[[dict[str, Any]], None]] = {
    "../../mine": lambda issues: issues.update({"../../mine": {**issues["1-season"], "files": {}}}),
    "": lambda issues: issues.update({"": {**issues["1-season"], "files": {}}}),
    "../x.md": lambda issues: issues["1-season"]["files"].update({"../x.md": {"size": 1, "sha256": ""}}),
    "x.svg": lambda issues: issues["1-season"]["files"].update({"x.svg": {"size": 1, "sha256": ""}}),
}


def test_a_part_writes_nowhere_but_in_the_folders_of_issues(archive: Path, run: Run, tmp_path: Path) -> None:
    run("build", "1", "--output", str(tmp_path / "part"))
    manifest = tmp_path / "part/manifest.json"
    honest = manifest.read_text(encoding="utf-8")
    mine = archive / "mine"
    mine.mkdir()
    (mine / "index.html").write_text("mine", encoding="utf-8")
    for strange, change in STRANGE.items():
        said = json.loads(honest)
        change(said["issues"])
        manifest.write_text(json.dumps(said), encoding="utf-8")
        done = run("build", "--merge", str(tmp_path / "part"))
        assert (done.returncode, f"names `{strange}`, which no build writes" in done.stderr) == (2, True), done.stderr
        assert [path.name for path in mine.iterdir()] == ["index.html"]
    assert not (archive / "dist").exists()


def test_parts_that_differ_on_an_issue_are_refused(archive: Path, run: Run, tmp_path: Path) -> None:
    for part in ("one", "two"):
        run("build", "1", "--output", str(tmp_path / part))
        issue = archive / "issues/1-season.yaml"
        issue.write_text(issue.read_text(encoding="utf-8") + "# later\n", encoding="utf-8")
    done = run("build", "--merge", str(tmp_path / "one"), str(tmp_path / "two"))
    assert done.returncode == 2
    assert "differ on 1-season" in done.stderr
    assert "holds no manifest of a build" in run("build", "--merge", str(archive / "issues")).stderr


def test_verify_names_what_differs(archive: Path, run: Run) -> None:
    assert "there is no `dist/manifest.json`" in run("build", "--verify").stderr
    run("build", "1", "2", "3", "4", "5")
    (archive / "dist/1-season/index.html").write_text("spoilt", encoding="utf-8")
    (archive / "dist/2-season/2-season.md").unlink()
    (archive / "dist/3-season/3-season.pdf").write_text("", encoding="utf-8")
    issue = archive / "issues/4-season.yaml"
    issue.write_text(issue.read_text(encoding="utf-8") + "# later\n", encoding="utf-8")
    done = run("build", "--verify")
    assert (done.returncode, done.stdout) == (
        1,
        """\
dist/1-season/index.html: changed since it was built
dist/2-season/2-season.md: missing
dist/3-season/3-season.pdf: from an earlier build
issues/4-season.yaml: changed since dist/4-season/ was built
issues/6-season.yaml: not built
""",
    )
    run("build")
    assert (run("build", "--verify").returncode, run("build", "--verify").stdout) == (0, "")


def test_the_manifest_tells_inputs_and_outputs(archive: Path, run: Run) -> None:
    run("build")
    manifest = json.loads((archive / "dist/manifest.json").read_text(encoding="utf-8"))
    assert (manifest["generator"], manifest["version"]) == ("briefgen", 1)
    issue = manifest["issues"]["1-season"]
    assert (issue["source"], len(issue["inputs"])) == ("1-season.yaml", 64)
    assert {path: file["size"] for path, file in issue["files"].items()} == {
        path.relative_to(archive / "dist/1-season").as_posix(): path.stat().st_size
        for path in (archive / "dist/1-season").rglob("*.*")
    }
