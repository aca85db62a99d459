"""The preview picture of an issue has its title, whatever its length and script."""

import re
import struct
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefgen.edition.edition import Edition
from briefgen.render.card import HEIGHT, WIDTH, fit_title, render_card
from briefgen.render.templates import BrokenTemplateError, Templates
from tests.render.editions import compose


def titled(title: str) -> Edition:
    edition = compose("Words.")
    return replace(edition, feature=replace(edition.feature, title=title))


def test_a_card_is_a_picture_of_the_usual_size_and_the_same_every_time() -> None:
    card = render_card(titled("A Dredger & <its> Crew"), Templates())
    assert re.fullmatch(r"preview-[0-9a-f]{12}\.png", card.path)
    assert card.path != render_card(titled("A Dredger"), Templates()).path
    assert card.content.startswith(b"\x89PNG")
    assert struct.unpack(">II", card.content[16:24]) == (WIDTH, HEIGHT)
    assert card.content == render_card(titled("A Dredger & <its> Crew"), Templates()).content


@pytest.mark.parametrize("title", ["雄安新区", "서울", "الميناء", "נמל"])
def test_other_scripts_are_drawn(title: str) -> None:
    drawn = render_card(titled(title), Templates()).content
    # Without a font for it, nothing would be drawn.
    assert len(drawn) > len(render_card(titled("\u2003"), Templates()).content) + 200


def test_a_long_title_gets_smaller_lines_and_then_an_ellipsis() -> None:
    assert fit_title("Ports") == (40, ("Ports",))
    size, lines = fit_title("The Harbour Board and the Two Ports That Share One Dredger for a Year and a Day, Perhaps")
    assert size < 40
    assert " ".join(lines).startswith("The Harbour Board")
    assert all(len(line) < 45 for line in lines)
    size, lines = fit_title("word " * 200)
    assert (len(lines), lines[-1][-1]) == (5, "…")
    _, lines = fit_title("港" * 60)
    assert "".join(lines) == "港" * 60
    assert len(lines) > 2


def test_no_line_of_a_card_ends_at_a_no_break_space() -> None:
    for length in range(8, 30):
        _, lines = fit_title(f"{'x' * length} pari\u00a0: le\u202fport")
        assert "pari\u00a0:" in " ".join(lines)
        assert "le\u202fport" in " ".join(lines)


def test_a_template_that_cannot_be_drawn_is_named(tmp_path: Path) -> None:
    (tmp_path / "card.svg.j2").write_text("<svg", encoding="utf-8")
    with pytest.raises(BrokenTemplateError, match=r"card\.svg\.j2: it cannot be drawn"):
        render_card(titled("x"), Templates(tmp_path))


def test_no_line_of_a_card_runs_past_its_end() -> None:
    assert fit_title("Warten auf den Wasserstoff") == (40, ("Warten auf den", "Wasserstoff"))
    size, lines = fit_title("Kraftfahrzeughaftpflichtversicherungsgesellschaften")
    assert (size, len(lines)) == (25, 1)
    assert lines[0].endswith("…")
    size, lines = fit_title("Elektrizitätswirtschaftsgesetz")
    assert (size, lines) == (32, ("Elektrizitätswirtschaftsgesetz",))
