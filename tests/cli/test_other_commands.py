"""`init`, `new`, `rule`, `schema` and `--version`."""

import json
from pathlib import Path

from briefgen import __version__
from briefgen.rules.structure.sample_text import SAMPLES
from tests.cli.conftest import Run


def test_a_new_publication_builds_and_validates_at_once(run: Run, tmp_path: Path) -> None:
    assert run("init", "paper", cwd=tmp_path).returncode == 0
    folder = tmp_path / "paper"
    done = run("validate", "--output-format", "concise", cwd=folder)
    assert done.returncode == 0
    assert [line.split()[1:3] for line in done.stdout.splitlines()] == [["warning", "S014"]]
    done = run("build", "-f", "html,markdown", cwd=folder)
    assert done.returncode == 0
    assert (folder / "dist/1-first-issue/index.html").exists()


def test_init_touches_nothing_that_is_there(newsroom: Path, run: Run) -> None:
    before = (newsroom / "issues" / "publication.yaml").read_bytes()
    done = run("init")
    assert done.returncode == 2
    assert "already exists" in done.stderr
    assert (newsroom / "issues" / "publication.yaml").read_bytes() == before


def test_new_fills_in_number_and_date(newsroom: Path, run: Run) -> None:
    done = run("new", "Silt: the “second” year")
    assert done.returncode == 0
    text = (newsroom / "issues" / "8-silt-the-second-year.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schemas/issue.json\nnumber: 8\ndate: 2024-01-12\n")
    assert '  title: "Silt: the “second” year"\n' in text


def test_a_new_issue_parses_and_marks_what_is_missing(run: Run) -> None:
    run("new", "Silt")
    done = run("validate", "8", "--output-format", "concise")
    assert done.returncode == 1
    assert {line.split()[2] for line in done.stdout.splitlines()} == {"S005"}


def test_the_schemas_that_the_first_lines_name_are_there(run: Run, tmp_path: Path) -> None:
    run("init", "paper", cwd=tmp_path)
    folder = tmp_path / "paper/issues"
    schemas = []
    for name in ("publication.yaml", "outlets.yaml", "1-first-issue.yaml"):
        modeline = (folder / name).read_text(encoding="utf-8").partition("\n")[0]
        named = modeline.removeprefix("# yaml-language-server: $schema=")
        schemas.append(json.loads((folder / named).read_text(encoding="utf-8"))["title"])
    assert schemas == ["briefgen publication", "briefgen outlets", "briefgen issue"]


def test_new_renews_the_schema_of_an_older_briefgen(newsroom: Path, run: Run) -> None:
    (newsroom / "schemas").mkdir()
    (newsroom / "schemas/issue.json").write_text("{}", encoding="utf-8")
    run("new", "Silt")
    assert json.loads((newsroom / "schemas/issue.json").read_text(encoding="utf-8"))["title"] == "briefgen issue"


def test_every_text_of_a_new_publication_is_known_as_a_sample(run: Run, tmp_path: Path) -> None:
    run("init", "paper", cwd=tmp_path)
    folder = tmp_path / "paper/issues"
    text = (folder / "1-first-issue.yaml").read_text(encoding="utf-8")
    for number, sample in enumerate(SAMPLES, start=1):
        assert sample in text, sample
        (folder / f"{number}-first-issue.yaml").write_text(text, encoding="utf-8")
        text = text.replace(sample, f"Our own words, the {number}th of them")
    (folder / f"{len(SAMPLES) + 1}-first-issue.yaml").write_text(text, encoding="utf-8")
    done = run("validate", "--output-format", "concise", "--select", "S014", cwd=tmp_path / "paper")
    found = [line.partition(":")[0] for line in done.stdout.splitlines() if " S014 " in line]
    assert found == [f"issues/{number}-first-issue.yaml" for number in range(1, len(SAMPLES) + 1)]


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


def test_the_version_is_shown(run: Run) -> None:
    assert run("--version").stdout == f"briefgen {__version__}\n"
