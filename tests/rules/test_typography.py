"""What the rules on marks and spaces say beyond the examples in their documentation."""

import pytest

from tests.rules.issues import HEAD, around, fixed, said_of

STRAIGHT = "style: {quotes: straight}"


def said(body: str, code: str, *, publication: str = "{}") -> list[str]:
    return [line.split(" ", 3)[3] for line in said_of(around(body), code, publication=publication)]


def fixed_body(body: str, code: str) -> str:
    return fixed(around(body), code).removeprefix(around("")[:-1]).rstrip("\n")


@pytest.mark.parametrize(
    ("body", "publication", "found"),
    [
        ('A "b" c.', "{}", []),
        ('A "b" c.', "style: {quotes: curly}", ["straight quotation marks where house style is curly"]),
        ('A “b” "c".', "style: {quotes: curly}", ["straight and curly quotation marks mixed"]),
        ("“A” ‘bc’ “d” ‘ef’ “g”.", "{}", ["single quotation marks, not inside double ones, 2 times"]),
        ("“A” ‘bc’ “d” ‘ef’ “g” ‘hi’ “j”.", "{}", []),
        ("“A” ‘bc’ “d” ‘ef’ “g”.", "language: en-GB", []),
        ("“A” ‘bc,’ he said.", "language: en-US", ["single quotation marks, not inside double ones"]),
        ("A “b” c.", STRAIGHT, ["curly quotation marks where house style is straight"]),
        ('A "b" c.', STRAIGHT, []),
        ('A “b” and a 5" shell.', "{}", []),
        ("A “b ‘c’ d” e.", "{}", []),
        ("‘Aye aye’ and ‘nay nay’ and “b”.", "{}", []),
        ("A ‘bc’ d.", "{}", []),
        ("A” b ‘cd’ “e” “f”.", "{}", []),
        ("An o’‘clock’ in “b”.", "{}", []),
        ("# A ‘bc’ d\n\n“e”", "{}", []),
    ],
)
def test_quotation_marks_follow_house_style(body: str, publication: str, found: list[str]) -> None:
    assert said(body, "T102", publication=publication) == found


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("می\u200cخواهم", []),
        ("A 👩\u200d👧 b", []),
        ("word\u200dword", ["invisible character U+200D (zero-width joiner)"]),
        ("שלום\u200f", []),
        ("word\u200f", ["invisible character U+200F (right-to-left mark)"]),
        ("Cafe\u0301", ["“é” is written as 2 characters"]),
        ("q\u0301 e\u0301", ["“é” is written as 2 characters"]),
    ],
)
def test_invisible_characters_are_right_where_a_script_needs_them(title: str, found: list[str]) -> None:
    issue = f"briefs: [{{title: {title}, body: Words.}}]\nfeature: {{title: A, author: B, body: Words.}}\n"
    assert [line.split(" ", 3)[3] for line in said_of(issue + HEAD, "T103")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("He had had it that that was very very long.", []),
        ("In Wagga Wagga he passed on in silence and carried on in town.", []),
        ("He said “the the gate” and the the [sic] gate.", []),
        ("The the gate.", ["“the” twice in a row"]),
        ("It came in in 2019.", []),
        ("The gates gates. A cat cat.", ["“gates” twice in a row"]),
        ("The concentration of on-duty men.", []),
        ("# The the\n\n12 12", []),
    ],
)
def test_words_may_repeat_where_they_mean_to(body: str, found: list[str]) -> None:
    assert said(body, "T104") == found


@pytest.mark.parametrize(
    ("body", "found", "after"),
    [
        ("A\u00a0b c\u00a0d.", "2 no-break spaces left by a word processor", "A b c d."),
        ("A b  c d.", "two spaces in a row", "A b c d."),
        # Several, or two behind full stops, are a habit of typing.
        ("A b  c  d.", "", ""),
        ("A b  c d.  E f.", "", ""),
        # Behind an abbreviation or an initial, a no-break space is right.
        ("A (e.g.\u00a0b), J.\u00a0Doe and St.\u00a0Ann.", "", ""),
        ("a  b  c  d  e.", "", ""),
        ("Ab.  C d  Ef and  “g”.\n\n-   h", "", ""),
        ("A \u00a0 b , c ;) d.", "2 stray spaces: two in a row, before “,”", "A b, c ;) d."),
        ("A  , b.", "space before “,”", "A, b."),
        ("A ; b.", "space before “;”", "A; b."),
        ("A \nb.", "", ""),
        ("A\u00a0b\u00a0.", "2 stray spaces: no-break, before “.”", "A b."),
        ("5\u00a0km,\u00a0– a  \nb ... c .5.", "", ""),
        ("`a  b` [a](https://example.org/a)", "", ""),
        ("| a  | b |\n| --- | --- |\n| c   d | e |", "", ""),
    ],
)
def test_spaces_are_mended_together(body: str, found: str, after: str) -> None:
    assert said(body, "T105") == ([found] if found else [])
    assert not found or fixed_body(body, "T105").replace("\n    ", "\n") == after


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("He read that The end and “of the And end” are In [sic] print.", 1),
        ("He read The Guardian in 12 In a day.", 0),
        ("In a word.", 0),
        ("# A word In a heading", 0),
    ],
)
def test_a_capital_is_stray_between_small_words(body: str, found: int) -> None:
    assert len(said(body, "T106")) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("One is three four five six", 1),
        ("One is three four five six,”", 1),
        ("One two three four five six", 0),
        ("One two three four five six. One two", 1),
        ("One two three four five six! by one two", 0),
        ("word " * 20, 1),
        ("ONE IS THREE FOUR FIVE SIX", 0),
        ("Dear readers of the newsletter, we greet you,", 0),
        ("Sea it is and sky,\nit is grey and it is high", 0),
        ("One two three four five six. (NYT, May 8)", 0),
        ("One two three four five six (NYT, May 8)", 1),
        ("**One two three four five six**", 0),
        ("One two three four five", 0),
        ("One two three.\n**Four:** five six seven eight", 0),
        ("**One** is three four five six", 1),
        ("One two three four five six [seven](https://example.org/a)", 0),
        ("One two three four five [six]", 0),
        ("One two three four five six ♥", 0),
        ("“”) ”) ”) ”) ”) ”)", 0),
        ("- One two three four five six", 0),
        ("One two three four five six:", 0),
    ],
)
def test_a_paragraph_ends_with_a_stop(body: str, found: int) -> None:
    assert len(said(body, "T107")) == found


@pytest.mark.parametrize(
    ("body", "publication", "found"),
    [
        ("A - b - c -- d.", "{}", ["hyphen used as a dash, 3 times"]),
        ("A -- b.", "{}", ["hyphen used as a dash"]),
        ("A – b – c — d.", "{}", ["two kinds of dash in one issue: – 2 times, — 1 time"]),
        ("A – b.", "style: {dash: em}", ["not the house dash: – 1 time"]),
        ("A – b.", "{}", []),
        ("A — b “c – d” 1–2, 3 - 4 a-b.", "{}", []),
        ('A — b "c – d" and *e – f*.', "{}", []),
        ("Sep - Nov and Mon - Fri.\n\n- Port - a port\n- *Kiel* - a port", "{}", []),
        ("- Kiel is late. A - b", "{}", ["hyphen used as a dash"]),
        ("# A – b\n\nC — d.", "{}", []),
    ],
)
def test_dashes_are_of_one_kind(body: str, publication: str, found: list[str]) -> None:
    assert said(body, "T108", publication=publication) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("He says “Google it”.", 0),
        ("He said “the gate is open.”", 0),
        ("He announced “Made in China 2025”.", 0),
        ("“We all go home.”", 0),
        ("She (said) “We all go home.”", 0),
        ("She said “We all go home.”", 1),
    ],
)
def test_a_verb_of_speech_wants_a_comma_before_a_sentence(body: str, found: int) -> None:
    assert len(said(body, "T109")) == found


@pytest.mark.parametrize(
    ("body", "found", "after"),
    [
        ("At 12：30 they came，saw.", ["：", "，"], "At 12:30 they came, saw."),
        ("雄安 新区", ["space"], "雄安新区"),
        ("A (雄安） b （雄安) c (雄安) d （雄安）.", ["）", ")"], "A (雄安) b （雄安） c (雄安) d （雄安）."),
        ("雄安，新区。使用iPhone，很好。", [], "雄安，新区。使用iPhone，很好。"),
    ],
)
def test_punctuation_is_of_the_script_around_it(body: str, found: list[str], after: str) -> None:
    heard = said(body, "T110")
    assert len(heard) == len(found)
    assert all(mark in line for mark, line in zip(found, heard, strict=True))
    assert fixed_body(body, "T110") == after


def test_a_paragraph_of_nothing_but_a_no_break_space_needs_no_stop() -> None:
    assert said("Words.\n\n\u00a0", "T107") == []


@pytest.mark.parametrize("form", ["so {}", "{} there", "{} go"])
def test_a_paragraph_that_only_gained_words_is_nearly_the_same(form: str) -> None:
    words = "the crews met on the pier at noon and said to the board that they would rather go home than go"
    found = said(f"{words}\n\nBetween the two.\n\n{form.format(words)}", "T104")
    assert [line for line in found if "nearly" in line] == ["this paragraph is nearly the same as the one in line 5"]
