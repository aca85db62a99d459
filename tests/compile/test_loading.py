"""Loading an archive reads each file once, and caches facts about siblings only for a while."""

from collections import Counter
from pathlib import Path

import pytest

from briefgen.compile import documents, parsed_issue
from briefgen.compile.loading import load_manuscript
from briefgen.compile.newsroom import LOOK_BACK, load_newsroom
from briefgen.yamltext import Document

ISSUE = "number: {number}\ndate: {year}-01-05\nfeature: {{title: T{number}, author: A, body: Words.}}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A publication of 30 issues."""
    (tmp_path / "issues").mkdir()
    for number in range(1, 31):
        text = ISSUE.format(number=number, year=1990 + number)
        (tmp_path / "issues" / f"{number}-a.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_run_over_all_reads_each_file_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reads: Counter[str] = Counter()
    load_document = documents.load_document

    def counting(path: Path, **limits: int) -> Document:
        reads[path.name] += 1
        return load_document(path, **limits)

    monkeypatch.setattr(parsed_issue, "load_document", counting)
    newsroom = load_newsroom(folder)
    found = [load_manuscript(newsroom, path) for path in newsroom.issue_paths]
    assert set(reads.values()) == {1}
    assert [manuscript.read_issue.number for manuscript in found] == list(range(1, 31))
    around = [[sibling.number for sibling in manuscript.siblings] for manuscript in found]
    assert around[0] == [2]
    assert around[20] == [*range(21 - LOOK_BACK, 21), 22]


def test_a_file_is_read_anew_when_it_is_asked_for_again(folder: Path) -> None:
    newsroom = load_newsroom(folder)
    first, second = newsroom.issue_paths[:2]
    load_manuscript(newsroom, first)
    assert load_manuscript(newsroom, second).read_issue.feature.title == "T2"
    second.write_text(ISSUE.format(number=2, year=1992).replace("T2", "New"), encoding="utf-8")
    assert load_manuscript(newsroom, second).read_issue.feature.title == "New"


@pytest.mark.parametrize("image", ["", "image: {file: there.png, alt: A ferry}\n"])
def test_pictures_in_bodies_are_measured_with_or_without_others(folder: Path, image: str) -> None:
    path = folder / "issues/1-a.yaml"
    body = "feature: {title: T1, author: A, body: '![A quay at night](kiel.png)'}\n"
    path.write_text(f"number: 1\ndate: 1991-01-05\n{image}{body}", encoding="utf-8")
    manuscript = load_manuscript(load_newsroom(folder), path)
    assert manuscript.images["kiel.png"].problem == "there is no `kiel.png`"


@pytest.mark.parametrize(
    ("body", "cites"),
    [
        ("Words.", False),
        ("[@kiel](https://example.org/kiel) says so, and so it is (in Kiel, 2 May).", False),
        ("It opened [@kiel].", True),
        ("It opened (NYT, May 8). It shut (BBC, May 9; NYT, May 10, 2023).", True),
        ("Il est ouvert (Le Monde, 3 mars) ou fermé (AFP, 4 mars 2023).", True),
    ],
)
def test_an_issue_tells_its_siblings_whether_it_cites(folder: Path, body: str, cites: bool) -> None:  # noqa: FBT001
    text = f"number: 2\ndate: 1992-01-05\nfeature: {{title: T, author: A, body: '{body}'}}\n"
    (folder / "issues" / "2-a.yaml").write_text(text, encoding="utf-8")
    newsroom = load_newsroom(folder)
    (sibling,) = load_manuscript(newsroom, newsroom.issue_paths[0]).siblings
    assert sibling.cites == cites
