"""The publication's files are read with the issues, and their faults are reported at their positions."""

from pathlib import Path

import pytest

from briefgen.compile.issue_arguments import find_issues
from briefgen.compile.loading import load_manuscript
from briefgen.compile.newsroom import load_newsroom
from briefgen.model import LABEL_NAMES
from briefgen.rules import run_rules
from tests.cli.conftest import ISSUE


def beside(folder: Path, **files: str) -> Path:
    """Lay a publication with one issue out; files are named without their suffix."""
    issues = folder / "issues"
    issues.mkdir()
    (issues / "7-two-ports.yaml").write_text(ISSUE, encoding="utf-8")
    for name, text in files.items():
        (issues / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def said_of(folder: Path) -> list[str]:
    newsroom = load_newsroom(folder)
    return [
        f"{Path(each.path).name}:{each.start.line}:{each.start.column} {each.code} {each.severity} "
        f"{each.finding.message}"
        for each in newsroom.faults
    ]


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ("terms:\n- {expected: harbor, patterns: [harbour]}\n", []),
        ("terms:\n", []),
        (
            "terms:\n- expected: harbor\n  patterns: [harbour]\n  specs:\n  - {from: a port, to: a harbor}\n",
            ["terms.yaml:5:24 S003 error `terms[1].specs[1]` fails: “a port” becomes “a port”"],
        ),
        ("terms:\n- {expectd: harbor}\n", ["terms.yaml:2:4 S002 error unknown key `expectd`"]),
        (
            "terms:\n- {expected: harbor, patterns: [harb*r]}\n",
            ["terms.yaml:2:33 S003 error `terms[1].patterns[1]` is “harb*r”, expected up to 8 words"],
        ),
        ("terms: [&a {x: y}]\n", ["terms.yaml:1:9 S001 error anchor `&a`"]),
    ],
)
def test_faults_of_terms_are_shown_where_they_stand(tmp_path: Path, terms: str, said: list[str]) -> None:
    found = said_of(beside(tmp_path, terms=terms))
    assert [line[: len(start)] for line, start in zip(found, said, strict=True)] == said


def test_terms_are_heard_in_every_issue_unless_the_list_fails(tmp_path: Path) -> None:
    term = "terms:\n- {expected: river mouth, patterns: [basin]*}\n"
    folder = beside(tmp_path, terms=term.replace("*", ""))
    assert heard(folder) == ["“basin” is not house style"]
    (folder / "issues" / "terms.yaml").write_text(term.replace("*", ", specs: [{from: a, to: b}]"), encoding="utf-8")
    assert heard(folder) == []


def heard(folder: Path) -> list[str]:
    [(newsroom, path, _)] = find_issues([], folder)
    return [each.finding.message for each in run_rules(load_manuscript(newsroom, path), select=["N109"])]


def test_settings_for_files_that_are_not_there_are_shown_where_they_stand(tmp_path: Path) -> None:
    entries = "  - {files: 7-*.yaml, ignore: [C1]}\n  - {files: 8-*.yaml, ignore: [C1]}\n"
    folder = beside(tmp_path, publication=f"name: Harbor Notes\nvalidate:\n  per_file:\n{entries}")
    assert said_of(folder) == ["publication.yaml:5:13 S007 warning no issue file matches `8-*.yaml`"]


def test_a_file_of_terms_is_no_issue(tmp_path: Path) -> None:
    folder = beside(tmp_path, terms="terms: []\n")
    with pytest.raises(Exception, match="is not an issue"):
        find_issues([str(folder / "issues" / "terms.yaml")], folder)


@pytest.mark.parametrize(
    ("publication", "said"),
    [
        ("language: zh-TW\n", []),
        ("language: en-AU\n", []),
        (
            "name: X\nlanguage: it\n",
            ["publication.yaml:2:11 S003 note briefgen has no labels in `it` and prints them in English"],
        ),
        ("language: it\nlabels: {" + ", ".join(f"{name}: x" for name in LABEL_NAMES) + "}\n", []),
    ],
)
def test_a_language_without_labels_is_noted_once(tmp_path: Path, publication: str, said: list[str]) -> None:
    assert said_of(beside(tmp_path, publication=publication)) == said


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        ('build:\n  theme:\n    acent: "#0b5c4a"\n', ["publication.yaml:3:5 S002 warning unknown key `acent`"]),
        ("build:\n  theme:\n    link: blu\n", ["publication.yaml:3:11 S003 error `build.theme.link` is “blu”"]),
        ('build:\n  theme:\n    ink: "#999"\n', ["publication.yaml:3:10 S003 warning ink on p"] * 2),
        ("build:\n  theme:\n    link: #0b5c4a\n", ["publication.yaml:3:11 S003 error `build.theme.link` is empty"]),
        ("build: {theme: {link: #0b5c4a}}\n", ["publication.yaml:2:1 S001 error not valid YAML"]),
    ],
)
def test_a_theme_is_checked_where_it_stands(tmp_path: Path, theme: str, said: list[str]) -> None:
    found = said_of(beside(tmp_path, publication=theme))
    assert [line[: len(start)] for line, start in zip(found, said, strict=True)] == said


@pytest.mark.parametrize(
    ("theme", "advice"),
    [
        ("build:\n  theme:\n    link: #0b5c4a\n", 'write `"#0b5c4a"`: without quotation marks, # begins a comment'),
        ("build: {theme: {link: #0b5c4a}}\n", 'write `"#0b5c4a"`: without quotation marks, # begins a comment'),
        ("build:\n  theme:\n    link: # later\n", "write it after the colon: `link: …`, or delete the key"),
    ],
)
def test_a_colour_without_quotation_marks_is_explained(tmp_path: Path, theme: str, advice: str) -> None:
    (fault,) = load_newsroom(beside(tmp_path, publication=theme)).faults
    assert fault.finding.help == advice
