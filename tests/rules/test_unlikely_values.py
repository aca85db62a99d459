"""Short fields that hold more than their value, or nothing, are told at the value; right ones are not."""

import pytest

from tests.rules.issues import around, fixed, said_of

WHAT = "    Kiel waits.\n"


def issue(field: str, value: str) -> str:
    lines = {"title": "One", "author": "Jane Doe", field: value}
    head = "".join(f"  {key}: {value}\n" for key, value in lines.items())
    return f"feature:\n{head}  body: |\n{WHAT}"


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("author", "Anna Lind and Bo Ek", "`author` holds 2 names"),
        ("author", "Anna Lind & Bo Ek", "`author` holds 2 names"),
        ("author", "Anna Lind, Bo Ek", "`author` holds 2 names"),
        ("author", "Anna Lind; Bo Ek", "`author` holds 2 names"),
        ("author", "Anna Lind und Bo Ek", "`author` holds 2 names"),
        ("author", "Anna Lind, Bo Ek and Cem Aydin", "`author` holds 3 names"),
        ("author", "{name: Anna Lind / Bo Ek}", "`name` holds 2 names"),
        ("authors", "[Anna Lind and Bo Ek]", "`authors` holds 2 names"),
        ("author", "Lind, Anna", "`author` has the last name first"),
        ("author", "Anna Lind <anna@kiel.de>", "`author` holds a mail address"),
        ("author", "“Anna Lind”", "`author` has quotation marks around it"),
        ("author", "By Anna Lind", "“By” at the start of `author`, which the byline adds"),
        ("author", "{name: by Anna Lind}", "“by” at the start of `name`, which the byline adds"),
        ("authors", "[By Anna Lind]", "“By” at the start of `authors`, which the byline adds"),
        ("author", "Anna Lind,", "`author` ends with `,`"),
        ("title", "Kiel Waits;", "`title` ends with `;`"),
        ("title", "Kiel Waits<br>", "`title` ends with `<br>`"),
        ("deck", "Kiel waits \\", "`deck` ends with `\\`"),
    ],
)
def test_a_field_that_holds_more_than_its_value_is_told(field: str, value: str, said: str) -> None:
    text = issue(field, value)
    if field == "authors":
        text = text.replace("  author: Jane Doe\n", "")
    assert [each.partition("S016 warning ")[2] for each in said_of(text, "S016")] == [said]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("author", "Anna Lind"),
        ("author", "Ludwig van Beethoven"),
        ("author", "Martin Luther King, Jr."),
        ("author", "Smith and Sons"),
        ("author", "The Editors"),
        ("author", "Anna Lind-Ek, M.D."),
        ("author", "Byron Ek"),
        ("author", "Von Neumann"),
        ("title", "By Anna Lind"),
        ("credit", "By Anna Lind"),
        ("title", "“Kiel Waits”"),
        ("title", "Kiel and Bonn, Ulm and Hof"),
        ("deck", "“Kiel” waits; “Bonn” does not"),
    ],
)
def test_other_values_are_left_alone(field: str, value: str) -> None:
    assert said_of(issue(field, value), "S016") == []


@pytest.mark.parametrize(
    ("language", "author", "left"),
    [
        ("en", "By Anna Lind", "Anna Lind"),
        ("sv", "By Anna Lind", "By Anna Lind"),
        ("de", "Von Anna Lind", "Anna Lind"),
        ("de", "Von Lind", "Von Lind"),
        ("de", "Von der Lind", "Von der Lind"),
        ("es-MX", "Por Anna Lind", "Anna Lind"),
        ("zh", "By Anna Lind", "By Anna Lind"),
    ],
)
def test_the_by_of_a_byline_is_told_in_its_language(language: str, author: str, left: str) -> None:
    publication = f"{{language: {language}}}"
    assert f"author: {left}\n" in fixed(issue("author", author), "S016", publication=publication)
    assert len(said_of(issue("author", author), "S016", publication=publication)) == (left != author)


@pytest.mark.parametrize(
    ("outlet", "title", "left"),
    [
        ("BBC", "Kiel waits - BBC News", "Kiel waits"),
        ("NYT", "Kiel waits – NYT", "Kiel waits"),
        ("Kiel Post", "'Kiel waits | The Kiel Post '", "'Kiel waits'"),
        ("BBC", "Kiel - an essay - bbc.com", "Kiel - an essay"),
        ("BBC", "Kiel waits - BBC and the NYT", ""),
        ("BBC", "Kiel waits - NYT", ""),
        ("BBC", "The BBC", ""),
        ("BBC", "Kiel-BBC", ""),
    ],
)
def test_the_outlet_at_the_end_of_a_source_is_told(outlet: str, title: str, left: str) -> None:
    text = around("Kiel.\n", f"sources:\n  a: {{outlet: {outlet}, title: {title}}}\n")
    codes = [each.split()[1] for each in said_of(text, "S016")]
    assert codes == (["S016"] if left else [])
    assert fixed(text, "S016") == text.replace(title, left or title)


@pytest.mark.parametrize(
    ("bio", "said"),
    [
        ("Anna Reyes covers harbors.", ["Anna Reyes"]),
        ("Ana Reyesova covers harbors.", ["Ana Reyesova"]),
        ("Ana Reyes, editor of the Post, covers harbors.", []),
        ("Ines Halden writes about railways.", ["Ines Halden"]),
        ("**Ana Reyez** ist Redakteurin.", ["Ana Reyez"]),
        ("Jan van der Berg is a critic.", ["Jan van der Berg"]),
        ("Ana Reyes covers harbors.", []),
        ("Dr. Ana María Reyes covers harbors.", []),
        ("A. Reyes covers harbors.", []),
        ("Anita Reyes covers harbors.", []),
        ("Reyes covers harbors.", []),
        ("Staff Writer at the Kiel Post.", []),
        ("New York is where Reyes lives.", []),
        ("The Kiel Post is her paper.", []),
        ("Ines Halden and Ana Reyes write together.", []),
    ],
)
def test_a_bio_of_somebody_else_is_told(bio: str, said: list[str]) -> None:
    found = said_of(issue("author", f"{{name: Ana Reyes, bio: '{bio}'}}"), "S016")
    assert [each.partition("note the bio names “")[2].partition("”")[0] for each in found] == said


def test_marks_and_endings_are_deleted_and_names_turned() -> None:
    assert "author: Anna Lind\n" in fixed(issue("author", "“Anna Lind”"), "S016")
    assert "author: Anna Lind\n" in fixed(issue("author", "Lind, Anna"), "S016")
    assert "title: Kiel Waits\n" in fixed(issue("title", "Kiel Waits ;"), "S016")


@pytest.mark.parametrize(
    "value", ["…", "...", "—", "TBD", "n/a", "Untitled", "Headline", "“ ”", "none", "x", "${TITLE}"]
)
def test_a_title_that_is_none_is_told(value: str) -> None:
    [said] = said_of(issue("title", value), "S005")
    assert said.startswith("2:10 S005 error ")


@pytest.mark.parametrize("value", ["X-Rays", "1984", "None of Them", "Titles", "So?", "5 %"])
def test_a_short_title_is_one(value: str) -> None:
    assert said_of(issue("title", value), "S005") == []


@pytest.mark.parametrize(
    "alt", ["none", "decorative", "IMG_1234", "https://kiel.de/a.jpg", "images/a.jpg", "What it shows", "x"]
)
def test_an_alt_text_that_describes_nothing_is_told(alt: str) -> None:
    text = f"image: {{file: images/a.jpg, alt: '{alt}', credit: Jane}}\n" + around("Kiel waits.")
    assert [each.split()[1] for each in said_of(text, "A101")] == ["A101"]


def test_a_year_with_swapped_digits_is_told() -> None:
    text = around("Kiel waits [@one].", "sources:\n  one: {outlet: BBC, date: 0223-05-08, title: T}\n")
    assert [each.partition("warning ")[2] for each in said_of(text, "S016")] == ["the source is dated in the year 223"]
    assert said_of(text.replace("0223", "1517"), "S016") == []


@pytest.mark.parametrize(
    ("title", "loose"),
    [("„Kiel wartet“", 0), ("„Kiel“ und „Bonn“", 0), ("„Kiel wartet", 1), ("“Kiel” waits", 0), ("“Kiel waits", 1)],
)
def test_the_marks_of_a_title_pair_up_as_its_language_has_them(title: str, loose: int) -> None:
    text = around("Kiel waits [@one].", f"sources:\n  one: {{outlet: BBC, date: 2023-05-08, title: '{title}'}}\n")
    assert len(said_of(text, "T101")) == loose


def test_marks_of_other_languages_are_not_judged_by_ours() -> None:
    source = "sources:\n  one: {outlet: BBC, date: 2023-05-08, title: '”Kiel väntar”', language: sv}\n"
    assert said_of(around("Kiel waits [@one].", source), "T101") == []


def test_a_heading_of_which_nothing_is_printed_is_an_error() -> None:
    [said] = said_of(issue("title", "<!-- ask Ann -->"), "S016")
    assert said.endswith("S016 error nothing of `title` is printed")
    [said] = said_of(issue("deck", "<!-- ask Ann -->"), "S016")
    assert "S016 warning" in said
