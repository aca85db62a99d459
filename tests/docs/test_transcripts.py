"""The commands in the documentation print the documented output; `./run golden` updates it."""

from pathlib import Path

import pytest

from tests.conftest import Golden
from tests.docs.pages import PAGES, name
from tests.docs.transcripts import Desk, agrees, has_transcript, replay

SHOWN = [page for page in PAGES if has_transcript(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("page", SHOWN, ids=name)
def test_the_commands_on_a_page_print_the_documented_output(page: Path, tmp_path: Path, golden: Golden) -> None:
    golden(page, replay(page.read_text(encoding="utf-8"), Desk(tmp_path)))


@pytest.mark.parametrize(
    ("expected", "printed", "verdict"),
    [
        ("", "", True),
        ("", "words\n", False),
        ("words\n", "words\n", True),
        ("words\n", "other words\n", False),
        ("words\n", "words\nmore\n", False),
        ("one\n…\nfour\n", "one\ntwo\nthree\nfour\n", True),
        ("…\nfour\n", "four\n", True),
        ("…\nfour\n", "four\nfive\n", False),
        ("done in 0.12 s\n", "done in 3.40 s\n", True),
        ("page.html 12 kB\n", "page.html 1.2 MB\n", True),
        ("2 errors\n", "3 errors\n", False),
    ],
)
def test_output_is_compared_with_the_documented_one(expected: str, printed: str, *, verdict: bool) -> None:
    assert agrees(expected, printed) is verdict


def test_a_page_is_replayed_from_top_to_bottom(tmp_path: Path) -> None:
    page = (
        "<!-- file notes.txt -->\n\n```text\none\ntwo\n```\n\n<!-- edit notes.txt: two => three -->\n\n"
        "```console\n$ cat notes.txt\nold\n$ false\n$ echo $?\n1\n$ cd issues\n```\n\n"
        "````markdown\n```console\n$ rm -r .\n```\n````\n\n```console\n$ basename $PWD\nissues\n```\n"
    )
    assert replay(page, Desk(tmp_path)) == page.replace("old\n", "one\nthree\n")
    assert (tmp_path / "briefgen/issues").is_dir()


def test_words_to_edit_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="stands 0 times"):
        replay("<!-- edit issues/publication.yaml: no such words => others -->\n", Desk(tmp_path))
