"""`init`, `new`, `rule`, `schema`, `--version`: the commands that take little and say little."""

import json
from pathlib import Path

from briefgen import __version__
from tests.cli.conftest import Run


def test_a_new_publication_builds_and_validates_at_once(run: Run, tmp_path: Path) -> None:
    assert run("init", "paper", cwd=tmp_path).returncode == 0
    folder = tmp_path / "paper"
    assert run("validate", "--strict", cwd=folder).returncode == 0
    done = run("build", "-f", "html,markdown", cwd=folder)
    assert done.returncode == 0
    assert (folder / "dist/1-first-number/index.html").exists()


def test_init_touches_nothing_that_is_there(newsroom: Path, run: Run) -> None:
    before = (newsroom / "issues" / "publication.yaml").read_bytes()
    done = run("init")
    assert done.returncode == 2
    assert "is there already" in done.stderr
    assert (newsroom / "issues" / "publication.yaml").read_bytes() == before


def test_new_fills_in_number_and_date(newsroom: Path, run: Run) -> None:
    done = run("new", "Silt: the “second” year")
    assert done.returncode == 0
    text = (newsroom / "issues" / "8-silt-the-second-year.yaml").read_text(encoding="utf-8")
    assert text.startswith("number: 8\ndate: 2024-01-12\n")
    assert '  title: "Silt: the “second” year"\n' in text


def test_what_new_writes_has_the_right_shape_and_asks_for_the_rest(run: Run) -> None:
    run("new", "Silt")
    done = run("validate", "8", "--output-format", "concise")
    assert done.returncode == 1
    assert {line.split()[2] for line in done.stdout.splitlines()} == {"S005"}


def test_new_needs_a_publication(run: Run, tmp_path: Path) -> None:
    done = run("new", "Silt", cwd=tmp_path)
    assert done.returncode == 2
    assert "briefgen init" in done.stderr


def test_rule_explains_by_code_and_by_name(run: Run) -> None:
    by_code, by_name = run("rule", "T101"), run("rule", "unbalanced-pair")
    assert by_code.returncode == 0
    assert by_code.stdout == by_name.stdout
    assert by_code.stdout.startswith("T101 unbalanced-pair\n")
    assert "Reports:" in by_code.stdout


def test_rule_lists_all(run: Run) -> None:
    assert [line.split()[0] for line in run("rule").stdout.splitlines()][:3] == ["A101", "A102", "A103"]


def test_an_unknown_rule_gets_the_nearest(run: Run) -> None:
    done = run("rule", "unbalanced-pairs")
    assert done.returncode == 2
    assert "did you mean `unbalanced-pair`?" in done.stderr


def test_schemas_are_json(run: Run) -> None:
    for name in ("issue", "publication", "outlets", "report"):
        assert json.loads(run("schema", name).stdout)["title"] == f"briefgen {name}"


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").stdout == f"briefgen {__version__}\n"
