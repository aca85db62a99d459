"""Searches a site as readers do, in Chromium: on a host, without scripts, and from a disk."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import ISSUE
from tests.conformance.programs import run
from tests.conformance.publications import build, draw_placeholder

HANZI = "Crews came to Xiong’an (他们去了雄安新区) and to a sister city."
MARKUP = "They typed `<img src=x onerror=alert(1)>` and `&lt;b>` in 雄县安新."
ASKS: list[dict[str, Any]] = [
    {"words": "雄安"},
    {"words": "sister cities"},
    {"words": "新区"},
    {"words": "Xiongan 雄安"},
    {"words": "onerror"},
    {"words": "zeppelin"},
    {"words": "", "choices": {"year": "2023"}},
    {"words": "basin", "choices": {"section": "Asia"}},
    # The feature has the word, the brief the section.
    {"words": "dredger", "choices": {"section": "Asia"}},
    {"words": "dredger", "choices": {"outlet": "Xinhua"}},
    {"words": "", "choices": {"outlet": "BBC", "year": "2024"}},
    # Words of addresses, which no reader sees.
    {"words": "quayside"},
    {"words": "wharf"},
    # The last one is typed and chosen, too.
    {"words": "雄安", "choices": {"year": "2023"}},
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site with twelve issues of two years, of which each of the last two has a text of its own."""
    folder = tmp_path_factory.mktemp("search")
    issues = folder / "newsroom/issues"
    issues.mkdir(parents=True)
    (issues / "publication.yaml").write_text("name: Harbor Notes\n", encoding="utf-8")
    draw_placeholder(issues / "images/wharf.png")
    texts = {11: HANZI, 12: MARKUP}
    for number in range(1, 13):
        year = 2023 if number < 7 else 2024
        text = ISSUE.replace("number: 7", f"number: {number}").replace("2024-", f"{year}-")
        text = text.replace(f"date: {year}-01-05", f"date: {year}-{(number - 1) % 6 + 1:02}-05")
        text = text.replace("The basin fills within a season", f"{texts.get(number, 'The basin fills')} It fills")
        text = text.replace("Two Ports Share a Dredger", f"Dredger Number {number}")
        text = text.replace("Silt Returns", f"Silt Returns {number}")
        text = text.replace("  - title: Silt", "  - section: Asia\n    title: Silt") if number == 3 else text
        text = (
            text.replace("outlet: Reuters", "outlet: Xinhua").replace("reuters.com", "news.cn") if number == 4 else text
        )
        if number == 12:
            image = "image: {file: images/wharf.png, alt: Two flags, credit: B. Hale}\n"
            text = image + text.replace("    body: |\n      They", f"    {image}    body: |\n      They")
        (issues / f"{number}-quayside.yaml").write_text(text, encoding="utf-8")
    return build("search", issues.parent, folder / "dist").output


@pytest.fixture(scope="module")
def seen(site: Path, node: Path) -> dict[str, Any]:
    """Return what a reader sees who asks."""
    done = run("node", node / "search.mjs", site, json.dumps(ASKS), timeout=600)
    assert done.returncode == 0, done.stderr
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers


def titles(seen: dict[str, Any], place: int) -> list[str]:
    found: list[str] = seen["answers"][place]["titles"]
    return found


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (0, ["Silt Returns 11"]),
        (1, ["Silt Returns 11"]),
        (2, ["Silt Returns 11"]),
        (3, ["Silt Returns 11"]),
        (4, ["Silt Returns 12"]),
        (5, []),
        (6, [f"{title} {number}" for number in (6, 5, 4, 3, 2) for title in ("Dredger Number", "Silt Returns")]),
        (7, ["Silt Returns 3"]),
        (8, []),
        (9, ["Dredger Number 4"]),
        (10, [f"Dredger Number {number}" for number in (12, 11, 10, 9, 8, 7)]),
        (11, []),
        (12, []),
        (13, []),
    ],
)
def test_a_search_finds(seen: dict[str, Any], place: int, expected: list[str]) -> None:
    assert titles(seen, place) == expected, ASKS[place]


def test_nothing_fails_and_every_link_leads_somewhere(seen: dict[str, Any]) -> None:
    for answer in seen["answers"]:
        assert (answer["faults"], answer["dead"]) == ([], [])


def test_a_result_leads_to_the_place_and_shows_it(seen: dict[str, Any]) -> None:
    answer = seen["answers"][0]
    assert any(link.endswith("/sub/path/11-quayside/index.html#brief-1-title") for link in answer["links"])
    assert any("(他们去了雄安新区)" in excerpt for excerpt in answer["excerpts"])
    assert answer["marks"] == ["雄安"]
    assert seen["answers"][1]["marks"] == ["sister", "city"]


def test_what_looks_like_markup_is_shown_as_words(seen: dict[str, Any]) -> None:
    answer = seen["answers"][4]
    assert any("<img src=x onerror=alert(1)>" in excerpt for excerpt in answer["excerpts"])
    assert "img" not in answer["elements"]


def test_the_page_of_the_search_is_accessible(seen: dict[str, Any]) -> None:
    assert seen["findings"] == []


def test_who_types_sees_results_and_can_come_back_to_them(seen: dict[str, Any]) -> None:
    typed = seen["typed"]
    assert typed["all"]["titles"] == ["Silt Returns 11"]
    assert typed["address"] == "search/index.html?q=%E9%9B%84%E5%AE%89"
    assert typed["chosen"]["status"] == "Nothing found."
    assert seen["home"]["titles"] == ["Silt Returns 11"]
    assert (typed["faults"], seen["home"]["faults"]) == ([], [])


@pytest.mark.parametrize(
    ("where", "reason"), [("mute", "The search needs JavaScript"), ("file", "not in a page that is opened as a file")]
)
def test_where_there_is_no_search_the_page_says_so(seen: dict[str, Any], where: str, reason: str) -> None:
    page = seen[where]
    assert reason in page["words"]
    assert page["links"] == ["../index.html", "../authors/index.html", "../outlets/index.html", "../sources/index.html"]
    assert (page["hasForm"], page["faults"]) == (False, [])
