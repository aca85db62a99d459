"""Properties of fixing: it terminates, fixed files parse, and files changed meanwhile are left alone."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.compile.errors import CommandError
from briefgen.compile.fix_files import fix_issue, write_fixed
from briefgen.compile.loading import load_manuscript
from briefgen.compile.newsroom import load_newsroom
from briefgen.manuscript import Manuscript

HEAD = """\
number: 7
date: 2024-01-05
feature:
  title: A
  author: B
  body: |
"""
TAIL = """\
sources:   # kept
  one: {outlet: BBC, date: 2024-01-02}
  two: {outlet: BBC, date: 2019-03-04}
"""
PIECES = st.sampled_from([
    "Words ", "“quoted.” ", "(BBC, January 2, 2024)", "(BBC, March 4)", "(NRC 2 January)", "[@one; @one]", "[@two]",
    ". ", "(BBC, January 2; BBC, March 4, 2019)", "(NRC, May 7; BBC, 4 March 2019)", "[@oen]", "\n\n", "雄安 ",
])  # fmt: skip


def write(folder: Path, body: str) -> Path:
    lines = "\n".join(f"    {line}".rstrip() for line in f"Start. {body}".split("\n"))
    path = folder / "7-a.yaml"
    path.write_text(f"{HEAD}{lines}\n{TAIL}", encoding="utf-8")
    return path


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=8).map("".join), st.booleans())
def test_fixing_is_idempotent_and_fixed_files_parse(tmp_path: Path, body: str, unsafe: bool) -> None:  # noqa: FBT001
    path = write(tmp_path, body)
    newsroom = load_newsroom(path)
    fixed = fix_issue(newsroom, path, unsafe=unsafe)
    assert fixed.manuscript.issue is not None
    assert "# kept" in fixed.after
    write_fixed(fixed)
    assert path.read_text(encoding="utf-8") == fixed.after
    again = fix_issue(newsroom, path, unsafe=unsafe)
    assert (again.count, again.after) == (0, fixed.after)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(PIECES, max_size=8).map("".join),
    st.sampled_from([(), ("typed-citation",), ("keyed-citation",), ("C102",)]),
)
def test_fixing_keeps_all_citations_and_their_sources(tmp_path: Path, body: str, select: tuple[str, ...]) -> None:
    path = write(tmp_path, body)
    newsroom = load_newsroom(path)
    before = load_manuscript(newsroom, path)
    after = fix_issue(newsroom, path, unsafe=True, select=select).manuscript
    assert after.issue is not None
    # What was not understood may become a citation, and what is cited twice side by side is cited once.
    assert len(_distinct(after)) >= len(_distinct(before))
    led = {resolution.key for _, _, _, resolution in before.citations() if resolution.key}
    assert led <= {resolution.key for _, _, _, resolution in after.citations()}
    if select:
        assert len(list(after.citations())) == len(list(before.citations()))
        assert all(source in after.issue.sources for source in before.read_issue.sources)


def _distinct(manuscript: Manuscript) -> set[tuple[str, str]]:
    """Return what an issue cites: sources, and outlets with a date that lead to none."""
    return {
        (resolution.key, "") if resolution.key else (citation.outlet, str(citation.date))
        for _, _, citation, resolution in manuscript.citations()
        # A key that is misspelt may be one of those that are cited already.
        if resolution.key or not citation.key
    }


def test_converting_there_and_back_in_one_call_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "Kiel waits (BBC, January 2).")
    with pytest.raises(CommandError, match="`typed-citation` and `keyed-citation` undo each other"):
        fix_issue(load_newsroom(path), path, unsafe=False, select=["C109", "C110"])


def test_thirty_missing_sources_are_added_in_the_order_of_their_citations(tmp_path: Path) -> None:
    body = " ".join(
        f"Words (Post {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[day % 26]}, March {day}, 2020)." for day in range(1, 31)
    )
    path = write(tmp_path, body)
    fixed = fix_issue(load_newsroom(path), path, unsafe=True, select=["C102"])
    assert fixed.manuscript.issue is not None
    added = list(fixed.manuscript.issue.sources)[2:]
    assert [key.rpartition("-")[2] for key in added] == [f"{day:02}" for day in range(1, 31)]


def test_a_file_that_was_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = write(tmp_path, "Kiel waits (BBC, January 2, 2024).")
    fixed = fix_issue(load_newsroom(path), path, unsafe=False)
    path.write_text("number: 8\n", encoding="utf-8")
    with pytest.raises(CommandError, match="was changed while it was being fixed"):
        write_fixed(fixed)
    assert path.read_text(encoding="utf-8") == "number: 8\n"


def test_an_unreadable_file_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "7-a.yaml"
    path.write_text("summary: One\nsummary: Two\n", encoding="utf-8")
    fixed = fix_issue(load_newsroom(path), path, unsafe=True)
    assert fixed.count == 0
    assert [each.code for each in fixed.diagnostics] == ["S001"]


def test_a_slip_that_keeps_a_file_from_being_read_is_fixed(tmp_path: Path) -> None:
    path = tmp_path / "7-a.yaml"
    path.write_text("summary: Taiwan: what next\nfeature:\n  title:One\n", encoding="utf-8")
    fixed = fix_issue(load_newsroom(path), path, unsafe=False)
    assert fixed.after == 'summary: "Taiwan: what next"\nfeature:\n  title: One\n'
    assert {each.code for each in fixed.diagnostics} == {"S003"}


def test_a_diff_names_the_file_and_a_missing_line_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "7-a.yaml"
    path.write_text(f"{HEAD}    Kiel waits (BBC, January 2, 2024).", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    diff = fix_issue(load_newsroom(path), path, unsafe=False).diff()
    assert diff.startswith("--- 7-a.yaml\n+++ 7-a.yaml\n")
    assert diff.endswith("+    Kiel waits (BBC, January 2).\n\\ No newline at end of file\n")


def test_a_register_that_was_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "issues").mkdir()
    path = write(tmp_path / "issues", "Kiel waits.")
    path.write_text(path.read_text(encoding="utf-8").replace("outlet: BBC", "outlet: Port Survey"), encoding="utf-8")
    fixed = fix_issue(load_newsroom(path), path, unsafe=True, select=["C402"])
    assert fixed.count == 1
    register = tmp_path / "issues" / "outlets.yaml"
    register.write_text("outlets: []  # mine\n", encoding="utf-8")
    with pytest.raises(CommandError, match=r"outlets\.yaml` was changed while it was being fixed"):
        write_fixed(fixed)
    assert register.read_text(encoding="utf-8") == "outlets: []  # mine\n"
