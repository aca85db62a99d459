"""White space in printed words: the author's no-break spaces stay, and no line break does."""

import pytest

from briefgen.model import collapse_spaces


@pytest.mark.parametrize("chosen", ["\u00a0", "\u202f", "\u2007", "\u2009", "\u3000"])
def test_spaces_that_an_author_chose_stay(chosen: str) -> None:
    assert collapse_spaces(f"en mer{chosen}: le pari") == f"en mer{chosen}: le pari"
    assert collapse_spaces(f" {chosen} le\n  pari {chosen}\n") == "le pari"


@pytest.mark.parametrize("break_", [*" \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029", "\r\n", " \n\t"])
def test_no_line_break_of_any_kind_stays(break_: str) -> None:
    assert collapse_spaces(f"le{break_}pari") == "le pari"
    assert collapse_spaces(f"{break_}le pari{break_}") == "le pari"


def test_all_that_python_takes_for_a_line_break_is_one() -> None:
    text = "a".join(map(chr, range(0xD800)))
    assert len(collapse_spaces(text).splitlines()) == 1
