"""Tests the checks of a theme: unknown keys, invalid colours, and text that is hard to read on its background."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model import parse_publication
from briefgen.model.contrast import contrast, is_colour, read_colour
from briefgen.model.theme_keys import DARK, DAY, FACES
from briefgen.rules.check_theme import MIN_CONTRAST, check_theme
from briefgen.yamltext import parse_text

CSS = Path(__file__).resolve().parents[2] / "templates" / "css"
PAIRS = [
    ("ink", "paper"),
    ("soft", "paper"),
    ("accent", "paper"),
    ("link", "paper"),
    ("ink", "panel"),
    ("link", "panel"),
]

NEEDS, EXPECTED = "text needs 4.5 : 1", 'expected a colour; write it like `"#0b5c4a"`'
KNOWN = ", ".join((*DAY, *FACES))


def said(*lines: str) -> list[str]:
    document = parse_text("build:\n  theme:\n" + "".join(f"    {line}\n" for line in lines))
    record = parse_publication(document).record
    assert record is not None
    found = [fault.finding for fault in check_theme(record.build.theme, document)]
    return [f"{one.span.of(document.text)}: {one.message}; {one.help}" for one in found]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (['accent: "#0b5c4a"', 'link: "#0b5c4a"', 'ground: "#eef3f0"', 'dark-ground: "#0a0f0d"'], []),
        (["serif: Georgia, serif", "sans: Arial", "x-mine: anything"], []),
        (['acent: "#0b5c4a"'], ["acent: unknown key `acent`; did you mean `accent`?"]),
        (['dark-papper: "#000"'], ["dark-papper: unknown key `dark-papper`; did you mean `dark-paper`?"]),
        (["dark-serif: Arial"], [f"dark-serif: unknown key `dark-serif`; the keys are {KNOWN}"]),
        (["link: blu"], ['blu: `build.theme.link` is “blu”, expected a colour; write it like `"#0b5c4a"`']),
        (['link: "#0b5c4"'], [f'"#0b5c4": `build.theme.link` is “#0b5c4”, {EXPECTED}']),
        (["accent: navy", "rule: rgb(1 2 3 / 50%)"], [
            (
                "navy: accent on paper has a contrast of 1.1 : 1 in dark mode; "
                f"{NEEDS}; set navy and #12161e further apart"
            ),
        ]),
        (['ink: "#999"'], [
            '"#999": ink on paper has a contrast of 2.8 : 1; text needs 4.5 : 1; set #999 and #ffffff further apart',
            '"#999": ink on panel has a contrast of 2.6 : 1; text needs 4.5 : 1; set #999 and #f6f3ee further apart',
        ]),
        (['dark-paper: "#777777"', 'dark-panel: "#1a202b"'], [
            f'"#777777": {name} on paper has a contrast of {ratio} : 1 in dark mode; text needs 4.5 : 1; '
            f"set {DARK[name]} and #777777 further apart"
            for name, ratio in (("ink", "3.5"), ("soft", "2.0"), ("accent", "1.6"), ("link", "2.1"))
        ]),
        (["ink: oklch(90% 0.1 20)", "soft: rgba(0, 0, 0, .1)"], []),
    ],
)  # fmt: skip
def test_faults_of_a_theme_are_reported(lines: list[str], found: list[str]) -> None:
    assert said(*lines) == found


@pytest.mark.parametrize(("sheet", "colours"), [("base.css", DAY), ("screen.css", DARK)])
def test_the_default_colours_match_the_style_sheets(sheet: str, colours: dict[str, str]) -> None:
    text = (CSS / sheet).read_text(encoding="utf-8")
    written = dict(re.findall(r"--([a-z]+):\s*(#[0-9a-f]{6})", text))
    assert {key: written.get(key) for key in colours} == colours


@pytest.mark.parametrize("colours", [DAY, DARK])
@pytest.mark.parametrize(("ink", "paper"), PAIRS)
def test_the_default_colours_are_legible(colours: dict[str, str], ink: str, paper: str) -> None:
    one, other = read_colour(colours[ink]), read_colour(colours[paper])
    assert one
    assert other
    assert contrast(one, other) >= MIN_CONTRAST


@given(st.tuples(*[st.integers(0, 255)] * 3), st.tuples(*[st.integers(0, 255)] * 3))
def test_a_contrast_is_the_same_from_both_sides_and_within_bounds(one: tuple[int, ...], other: tuple[int, ...]) -> None:
    first, second = (read_colour("#" + "".join(f"{value:02x}" for value in each)) for each in (one, other))
    assert first
    assert second
    assert 1 <= contrast(first, second) == contrast(second, first) <= 21.000001


def test_css_colours_are_recognized() -> None:
    assert all(map(is_colour, ("red", "#abc", "rgb(1, 2, 3)", "hsl(120 50% 20%)", "transparent")))
    assert not any(map(is_colour, ("", "reddish", "#12", "rgb(1)")))
