"""docs/benchmarks.md tells what the last recorded run found: each contest, each miss with its reason, and its plots."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.benchmarks.contests import Point, Result
from tests.benchmarks.measuring import Ratio
from tests.benchmarks.page import COLUMNS, PAGE, describe_load, find_pictures, format_amount, format_page, format_table
from tests.benchmarks.reasons import find_reason
from tests.benchmarks.record import Part, Surroundings, read_record
from tests.conftest import Golden

RECORD = read_record()
TEXT = PAGE.read_text(encoding="utf-8")
RESULTS = [result for part in RECORD.parts for result in part.results]


def test_the_page_says_what_was_recorded(golden: Golden) -> None:
    golden(PAGE, format_page(RECORD))


def test_every_result_has_a_row_as_wide_as_the_head() -> None:
    rows = [line for line in TEXT.splitlines() if line.startswith("|")]
    for result in RESULTS:
        found = [row for row in rows if row.startswith(f"| {result.name} |")]
        assert found, result.name
        assert {row.count("|") for row in found} == {len(COLUMNS) + 1}, result.name


def test_every_miss_has_a_reason() -> None:
    assert [one.name for one in RESULTS if one.target is not None and not find_reason(one.name, RECORD.points)] == []


@pytest.mark.parametrize("picture", list(find_pictures(TEXT)))
def test_every_plot_is_a_small_picture_that_needs_nothing_else(picture: str) -> None:
    path = PAGE.parent / picture
    assert path.stat().st_size < 40_000
    root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - drawn by ourselves
    assert root.tag.endswith("svg")
    text = path.read_text(encoding="utf-8")
    assert "<dc:date>" not in text, "the same figures would give other bytes tomorrow"
    assert not re.search(r'href="(?!#)', text)


def test_the_plots_are_drawn_for_light_and_dark_pages_with_words_for_those_who_cannot_see_them() -> None:
    assert [Path(each).stem for each in find_pictures(TEXT)] == [
        f"benchmarks-{name}-{theme}" for name in ("time", "ratios") for theme in ("dark", "light")
    ]
    assert all(len(alt) > 40 for alt in re.findall('alt="([^"]*)"', TEXT))


def test_a_table_tells_what_is_reached_and_what_is_missed() -> None:
    results = (
        Result("a / b", "ms", Ratio([1500.0, 2500.0, 2000.0], [1000.0, 1000.0, 1000.0]), 1.5),
        Result("c / d", "MiB", Ratio([80.0], [100.0]), 0.8),
        Result("e / f", "ms", Ratio([5.0], [10.0]), None),
    )
    assert format_table(Part("Some", 3, results)).splitlines()[2:] == [
        "| a / b | 2.00 s | 1.00 s | 2.00 | 1.50–2.50 | 1.5 | missed |",
        "| c / d | 80 MiB | 100 MiB | 0.80 | 0.80–0.80 | 0.8 | reached |",
        "| e / f | 5.00 ms | 10.0 ms | 0.50 | 0.50–0.50 | | |",
    ]


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [(56.42, "ms", "56.4 ms"), (881.9, "ms", "882 ms"), (24_912.0, "ms", "24.9 s"), (80.6, "MiB", "81 MiB")],
)
def test_amounts_have_three_digits(value: float, unit: str, written: str) -> None:
    assert format_amount(value, unit) == written


def test_a_reason_compares_the_rules_with_the_peer_in_the_same_run() -> None:
    points = [Point("Pelican", 500, 5000, 4000), Point("briefgen validate", 500, 9000, 8000)]
    reason = find_reason("`validate` / Pelican building them", points)
    assert reason is not None
    assert "8 ms of a processor" in reason
    assert "briefgen needs 16 ms" in reason
    assert find_reason("something new", points) is None


@pytest.mark.parametrize(("load", "words"), [(0.1, "did nothing else"), (3.0, "was busy")])
def test_the_page_says_whether_the_machine_was_busy(load: float, words: str) -> None:
    found = Surroundings("2026-01-01", "0.1.0", "a machine", 2, (load, 2.0), {}, "an issue")
    assert words in describe_load(found)
