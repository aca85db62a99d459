"""`build --publish`: it records what readers have, and stops at changes that no correction tells of."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import ISSUE, Run

SETTINGS = "name: Harbor Notes\nbuild: {formats: [markdown]}\n"
CORRECTION = "corrections:\n  - {date: 2024-01-09, text: It is two seasons.}\n"
MINOR = CORRECTION.replace("}", ", minor: true}")


def change(newsroom: Path, *pairs: tuple[str, str], more: str = "") -> None:
    path = newsroom / "issues/7-two-ports.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text + more, encoding="utf-8")


def test_a_published_issue_changes_with_a_correction_only(newsroom: Path, run: Run) -> None:
    (newsroom / "issues/publication.yaml").write_text(SETTINGS, encoding="utf-8")
    lock, page = newsroom / "issues/published.lock", newsroom / "dist/7-two-ports/7-two-ports.md"
    first = run("build", "--publish")
    assert "recorded in issues/published.lock: 1 new; commit it" in first.stderr
    recorded = lock.read_bytes()
    # A build that does nothing records nothing.
    assert "published.lock is up to date" in run("build", "--publish").stderr
    change(newsroom, ("within a season", "within two seasons"))
    validated = run("validate", "--output-format", "concise")
    said = "S017 uncorrected-change: this brief has changed since it was published, and no correction says so"
    assert validated.stdout == f"issues/7-two-ports.yaml:10:12: warning {said}\n"
    assert validated.returncode == 0
    refused = run("build", "--publish")
    assert refused.returncode == 1
    assert "error[S017]" in refused.stdout
    assert "say under `corrections:` what was wrong" in refused.stdout
    assert lock.read_bytes() == recorded
    assert "within a season" in page.read_text(encoding="utf-8")
    change(newsroom, more=CORRECTION)
    assert "1 changed" in run("build", "--publish").stderr
    assert "Corrections" in page.read_text(encoding="utf-8")
    assert b"7-two-ports 1 2024-01-09 " in lock.read_bytes()


def test_a_draft_is_not_recorded_and_said_to_be_none(newsroom: Path, run: Run) -> None:
    (newsroom / "issues/publication.yaml").write_text(SETTINGS, encoding="utf-8")
    change(newsroom, more="draft: true\n")
    said = run("build", "7", "--publish").stderr
    assert "note: 7-two-ports was not recorded as published: it is a draft, or has sample texts" in said
    assert not (newsroom / "issues/published.lock").exists()


def test_a_current_build_tells_of_a_change_once_the_lock_says_so(newsroom: Path, run: Run) -> None:
    """What was found of an issue holds only as long as the lock says the same of it."""
    (newsroom / "issues/publication.yaml").write_text(SETTINGS, encoding="utf-8")
    run("build", "--publish")
    assert "1 issue is unchanged" in run("build").stderr
    lock = newsroom / "issues/published.lock"
    recorded = lock.read_text(encoding="utf-8")
    lock.write_text(re.sub("feature:[0-9a-f]+", f"feature:{12 * '0'}", recorded), encoding="utf-8")
    told = run("build")
    assert "warning[S017]" in told.stdout
    assert told.returncode == 0
    lock.write_text(recorded, encoding="utf-8")
    assert "S017" not in run("build").stdout
    # A damaged line stops all builds, since nobody knows what readers have.
    lock.write_text(recorded.replace("feature:", "feature:0"), encoding="utf-8")
    broken = run("build", "--publish")
    assert broken.returncode == 1
    assert "issues/published.lock:3:1" in broken.stdout


def test_a_minor_correction_is_on_record_and_not_printed(newsroom: Path, run: Run) -> None:
    (newsroom / "issues/publication.yaml").write_text(SETTINGS, encoding="utf-8")
    run("build", "--publish")
    change(newsroom, ("Silt Returns", "Mud Returns"), more=MINOR)
    assert run("build", "--publish").returncode == 0
    text = (newsroom / "dist/7-two-ports/7-two-ports.md").read_text(encoding="utf-8")
    assert "Mud Returns" in text
    assert "Correction" not in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--publish", "--draft"], "`--publish` does not go with `--draft`"),
        (["--publish", "--shard", "1/2"], "`--publish` does not go with `--shard`"),
        (["--publish", "../lone.yaml"], "belongs to no publication"),
    ],
)
def test_what_readers_do_not_get_is_not_recorded(newsroom: Path, run: Run, words: list[str], said: str) -> None:
    (newsroom.parent / "lone.yaml").write_text(ISSUE, encoding="utf-8")
    done = run("build", *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "= help: " in done.stderr
    assert not (newsroom / "issues/published.lock").exists()


def test_a_draft_is_built_by_name_and_not_recorded(newsroom: Path, run: Run) -> None:
    change(newsroom, more="draft: true\n")
    done = run("build", "7", "--publish", "-f", "markdown")
    assert done.returncode == 0, done.stderr
    assert (newsroom / "dist/7-two-ports/7-two-ports.md").exists()
    assert not (newsroom / "issues/published.lock").exists()
