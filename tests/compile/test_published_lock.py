"""The file that keeps what readers have: what counts as a change, what it says of damage, how git merges it."""

import re
import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest

from briefgen.compile import publishing
from briefgen.compile.newsroom import load_newsroom
from briefgen.compile.published_lock import LOCK, MAX_FAULTS, load_lock, read_lock
from briefgen.compile.publishing import LockChange, update_lock
from briefgen.diagnostics import Diagnostic
from briefgen.manuscript import ImageFact, Published, describe_published, find_changes, is_uncorrected, read_manuscript
from briefgen.model import Crop, Issue
from briefgen.yamltext import parse_text
from tests.cli.conftest import ISSUE

ENTRY = Published("7-two-ports", 0, "2024-01-05", (("issue", "a" * 12), ("feature", "b" * 12)))


def describe(text: str, images: dict[str, ImageFact] | None = None) -> Published:
    manuscript = read_manuscript(parse_text(text), "issues/7-two-ports.yaml", images=images)
    assert manuscript.issue is not None, manuscript.faults
    return describe_published(manuscript, "7-two-ports")


UNCHANGED = {
    "a comment": ISSUE + "# checked by Bo\n",
    "a line wrapped elsewhere": ISSUE.replace("signed on Tuesday", "signed\n    on Tuesday"),
    "another way to quote": ISSUE.replace("title: Silt Returns", 'title: "Silt Returns"'),
    "another order of keys": ISSUE.replace("number: 7\n", "") + "number: 7\n",
    "another subject of the mail": ISSUE + "subject: Two ports\n",
    "a note to the editor": ISSUE.replace("outlet: BBC,", "outlet: BBC, note: check again,"),
    "an archived copy": ISSUE.replace('{url: "https://example.org/copy"', '{url: "https://example.org/other"'),
    "a page that is gone": ISSUE.replace("outlet: BBC,", "outlet: BBC, dead: true,"),
    "https for http": ISSUE.replace("https://www.bbc", "http://www.bbc"),
    "another order of sources": re.sub(r"(?s)(  signing:[^\n]*\n)(  crews:[^\n]*\n)", r"\2\1", ISSUE),
    "a minor correction": ISSUE + "corrections:\n  - {date: 2024-01-06, text: A comma., minor: true}\n",
    "a report that is silenced": ISSUE + "ignore: [missing-archive]\n",
}
BRIEF = "  - title: Later\n    body: It rained.\n"
CHANGED = {
    "the date": (ISSUE.replace("date: 2024-01-05", "date: 2024-01-06"), (("number",),)),
    "the summary": (ISSUE.replace("Two ports agree", "Three ports agree"), (("number",),)),
    "a word of the feature": (ISSUE.replace("Tuesday", "Wednesday"), (("feature",),)),
    "its byline": (ISSUE.replace("name: Ana Reyes", "name: Bo Li"), (("feature",),)),
    "a title": (ISSUE.replace("Silt Returns", "Mud Returns"), (("briefs", 0),)),
    "a new brief before the others": (ISSUE.replace("briefs:\n", f"briefs:\n{BRIEF}"), (("briefs", 0),)),
    "no briefs": (re.sub(r"(?s)briefs:.*?sources:", "sources:", ISSUE), (("briefs",),)),
    "the date of a source": (ISSUE.replace("BBC, date: 2024-01-03", "BBC, date: 2024-01-02"), (("sources",),)),
    "where a source leads": (ISSUE.replace("bbc.com/crews", "bbc.com/others"), (("sources",),)),
    "two parts": (
        ISSUE.replace("Silt Returns", "Mud Returns").replace("BBC, date: 2024-01-03", "BBC, date: 2024-01-02"),
        (("briefs", 0), ("sources",)),
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", UNCHANGED)
def test_what_readers_do_not_see_is_no_change(what: str) -> None:
    assert UNCHANGED[what] != ISSUE
    assert describe(UNCHANGED[what]).has_same_words(describe(ISSUE))


@pytest.mark.parametrize("what", CHANGED)
def test_what_readers_see_is_a_change_with_a_place(what: str) -> None:
    text, paths = CHANGED[what]
    assert is_uncorrected([describe(ISSUE)], describe(text))
    assert find_changes(describe(ISSUE), describe(text)) == paths


def test_an_order_of_briefs_is_seen() -> None:
    first, other = (ISSUE.replace("briefs:\n", "briefs:\n" + each) for each in (BRIEF, BRIEF.replace("Later", "Soon")))
    both = ISSUE.replace("briefs:\n", "briefs:\n" + BRIEF + BRIEF.replace("Later", "Soon"))
    turned = ISSUE.replace("briefs:\n", "briefs:\n" + BRIEF.replace("Later", "Soon") + BRIEF)
    assert find_changes(describe(both), describe(turned)) == (("briefs",),)
    assert find_changes(describe(first), describe(other)) == (("briefs", 0),)


@pytest.mark.parametrize("text", [
    ISSUE + "image: {file: images/quay.png, alt: A quay., credit: Bo Li}\n",
    ISSUE.replace("(BBC, January 3).", "(BBC, January 3).\n\n    ![A quay.](images/quay.png)\n"),
])  # fmt: skip
def test_another_picture_is_a_change_and_another_name_of_its_file_is_none(text: str) -> None:
    fact, other = ImageFact(600, 400, 9_000), ImageFact(600, 400, 9_001)
    then = describe(text, {"images/quay.png": fact})
    assert find_changes(then, describe(text, {"images/quay.png": other}))
    renamed = text.replace("quay.png", "pier.png")
    if "image:" in text:
        assert describe(renamed, {"images/pier.png": fact}).has_same_words(then)


def test_a_correction_makes_a_change_public() -> None:
    then = describe(ISSUE)
    changed = ISSUE.replace("Tuesday", "Wednesday")
    minor = "  - {date: 2024-01-08, text: A slip., minor: true}\n"
    corrected = f"{changed}corrections:\n  - {{date: 2024-01-09, text: It was Wednesday.}}\n"
    for text, modified in ((corrected, "2024-01-09"), (f"{changed}corrections:\n{minor}", "2024-01-05")):
        now = describe(text)
        assert not is_uncorrected([then], now)
        assert now.modified == modified
    # Once it is published, the next change needs one of its own, and the correction must stay.
    again = [describe(corrected)]
    assert is_uncorrected(again, describe(corrected.replace("Silt", "Mud")))
    assert is_uncorrected(again, describe(changed))
    assert find_changes(again[0], describe(changed)) == (("corrections",),)
    assert not is_uncorrected(again, describe(corrected.replace("Silt", "Mud") + minor))


def test_every_key_of_an_issue_either_counts_or_is_known_not_to() -> None:
    """A new key must be sorted into one of the two: the digests of what is published depend on it."""
    counts = (
        "alt author authors bio body briefs caption corrections credit crop date deck feature focus image images item "
        "name number outlet ratio section sources suffix summary text title translated_title url"
    )
    never = (
        "accessed analysis archived background cutoff dead draft email file ignore interview language match minor note "
        "print reason rule subject"
    )
    found: set[str] = set()
    waiting: list[type] = [Issue, Crop]
    while waiting:
        for field in msgspec.structs.fields(waiting.pop()):
            found.add(field.name)
            waiting += _structs(field)
    assert found == {*counts.split(), *never.split()}


def _structs(field: msgspec.structs.FieldInfo) -> list[type]:
    from briefgen.model import issue  # noqa: PLC0415 - only its names are needed

    names = re.findall(r"briefgen\.model\.issue\.(\w+)", str(field.type))
    return [getattr(issue, name) for name in names if hasattr(getattr(issue, name), "__struct_fields__")]


def report(folder: Path, issues: tuple[str, ...] = ("7-two-ports.yaml",)) -> list[str]:
    _, faults = load_lock(folder, [folder / name for name in issues])
    return [_format(each) for each in faults]


def _format(each: Diagnostic) -> str:
    return f"{each.start.line}:{each.start.column} {each.code} {each.severity} {each.finding.message}"


def test_what_is_written_is_read_and_lines_stay_in_their_order(tmp_path: Path) -> None:
    entries = [msgspec.structs.replace(ENTRY, slug=slug) for slug in ("100-c", "7-two-ports", "20-b")]
    assert update_lock(tmp_path, entries) == LockChange(new=3)
    assert update_lock(tmp_path, entries) == LockChange()
    text = (tmp_path / LOCK).read_text(encoding="utf-8")
    assert re.findall(r"(?m)^\d\S*", text) == ["7-two-ports", "20-b", "100-c"]
    changed = msgspec.structs.replace(ENTRY, corrections=1)
    (tmp_path / LOCK).write_bytes(f"# ours\n{text}".replace("\n", "\r\n").encode())
    assert update_lock(tmp_path, [changed]) == LockChange(changed=1)
    lock, faults = load_lock(tmp_path, [Path("7-two-ports.yaml"), Path("20-B.yaml"), Path("100-c.yml")])
    assert faults == ()
    assert lock.find("7-two-ports") == (changed,)
    assert lock.find("20-b") == (entries[2],)
    assert (tmp_path / LOCK).read_bytes().startswith(b"# ours\n# What")


def test_damage_is_an_error_at_its_line_and_a_lost_issue_a_warning(tmp_path: Path) -> None:
    update_lock(tmp_path, [ENTRY, msgspec.structs.replace(ENTRY, slug="8-gone")])
    text = (tmp_path / LOCK).read_text(encoding="utf-8")
    assert report(tmp_path) == ["4:1 S017 warning `8-gone` was published, but has no file"]
    (tmp_path / LOCK).write_text(f"<<<<<<< ours\n{text}=======\n9-three x\n>>>>>>> theirs\n", encoding="utf-8")
    assert report(tmp_path, ("7-two-ports.yaml", "8-gone.yaml")) == [
        "1:1 S017 error a merge has left its mark here",
        "6:1 S017 error a merge has left its mark here",
        "7:1 S017 error “9-three x” is no entry of a published issue",
        "8:1 S017 error a merge has left its mark here",
    ]
    (tmp_path / LOCK).unlink()
    (tmp_path / LOCK).symlink_to("/etc/passwd")
    [said] = report(tmp_path)
    assert said.startswith("1:1 S017 error `published.lock` cannot be read")


def test_a_renamed_issue_is_told_its_old_name(tmp_path: Path) -> None:
    update_lock(tmp_path, [ENTRY])
    _, [fault] = load_lock(tmp_path, [tmp_path / "7-ports.yaml"])
    assert fault.finding.help.startswith("name `7-ports.yaml` `7-two-ports.yaml` again")


def test_a_long_lock_of_nothing_but_marks_takes_no_long_time_and_few_reports(tmp_path: Path) -> None:
    (tmp_path / LOCK).write_text("7-two-ports 0 2024-01-05 issue:" * 20_000 + "\n=======" * 20_000, encoding="utf-8")
    said = report(tmp_path)
    assert len(said) == MAX_FAULTS
    assert said[-1].endswith(" here, and 19,981 more lines have faults")


def test_a_publication_knows_its_lock(tmp_path: Path) -> None:
    issues = tmp_path / "issues"
    issues.mkdir()
    (issues / "7-two-ports.yaml").write_text(ISSUE, encoding="utf-8")
    update_lock(issues, [ENTRY])
    newsroom = load_newsroom(tmp_path)
    assert newsroom.faults == ()
    assert newsroom.file_fact(issues / "7-two-ports.yaml").published == (ENTRY,)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is missing")
@pytest.mark.parametrize("attributes", ["", "issues/published.lock merge=union\n"])
def test_two_branches_may_publish(tmp_path: Path, attributes: str) -> None:
    """What `init` writes into .gitattributes lets git keep both lines; without it, the marks are reported."""

    def git(*words: str) -> int:
        identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
        done = subprocess.run(["git", *identity, *words], cwd=tmp_path, capture_output=True, check=False)
        return done.returncode

    issues = tmp_path / "issues"
    issues.mkdir()
    git("init")
    (tmp_path / ".gitattributes").write_text(attributes, encoding="utf-8")
    update_lock(issues, [ENTRY])
    git("add", "--all")
    git("commit", "-m", "one")
    for branch, slug in (("b", "8-b"), ("c", "9-c")):
        git("checkout", "-b", branch, "main")
        other, own = {"slug": slug}, {"modified": f"{slug[0]}000-01-01"}
        update_lock(issues, [msgspec.structs.replace(ENTRY, **each) for each in (other, own)])
        git("commit", "-a", "-m", branch)
    assert (git("merge", "b") == 0) is bool(attributes)
    lock, faults = load_lock(issues, [Path(f"{slug}.yaml") for slug in ("7-two-ports", "8-b", "9-c")])
    assert bool(faults) is not bool(attributes)
    assert lock.lines.keys() == {"7-two-ports", "8-b", "9-c"}
    assert [each.modified for each in lock.find("7-two-ports")] == ["9000-01-01", "8000-01-01"]
    # Publishing again leaves one line.
    update_lock(issues, [ENTRY])
    assert load_lock(issues, [])[0].find("7-two-ports") == (ENTRY,)


def test_what_another_build_recorded_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = msgspec.structs.replace(ENTRY, slug="8-b")
    reads = []

    def read(folder: Path) -> bytes:
        content = read_lock(folder)
        reads.append(content)
        if len(reads) == 1:
            monkeypatch.setattr(publishing, "read_lock", read_lock)
            update_lock(folder, [other])
        return content

    update_lock(tmp_path, [ENTRY])
    monkeypatch.setattr(publishing, "read_lock", read)
    update_lock(tmp_path, [msgspec.structs.replace(ENTRY, slug="9-c")])
    lock, _ = load_lock(tmp_path, [])
    assert list(lock.lines) == ["7-two-ports", "8-b", "9-c"]
