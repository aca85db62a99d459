"""Keys in other languages, in a group too many, behind a `#`, or with a value that no such key can have."""

import pytest

from briefgen.model import parse_issue, parse_outlets, parse_publication, parse_terms
from briefgen.yamltext import apply_edits, parse_text
from tests.model.test_renaming import ISSUE


def said_of(kind: str, text: str) -> list[str]:
    document = parse_text(text)
    faults = {
        "issue": lambda: parse_issue(document).faults,
        "outlets": lambda: parse_outlets(document).faults,
        "publication": lambda: parse_publication(document).faults,
        "terms": lambda: parse_terms(document).faults,
    }[kind]()
    places = ((document.lines.position(fault.finding.span.start), fault.finding) for fault in faults)
    return [f"{place.line}:{place.column} {finding.message}; {finding.help}" for place, finding in places]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("number:", "numéro:"), ("date: 2024-03-08", "datum: 2024-03-08"), ("summary:", "résumé:"),
        ("feature:", "hauptartikel:"), ("title: The", "überschrift: The"), ("author:", "autorin:"),
        ("image:", "bild:"), ("file:", "fichier:"), ("alt:", "alttext:"), ("credit:", "bildnachweis:"),
        ("body:", "cuerpo:"), ("sources:", "quellen:"), ("outlet:", "zeitung:"), ("url:", "enlace:"),
        ("summary:", "\U0001f4dd summary:"), ("feature:", "reportaje:"),
    ],
)  # fmt: skip
def test_a_key_in_another_language_is_read_as_ours(ours: str, theirs: str) -> None:
    key, other = ours.partition(":")[0], theirs.partition(":")[0]
    said = said_of("issue", ISSUE.replace(ours, theirs, 1))
    assert [each.partition(" ")[2] for each in said] == [f"unknown key `{other}`; did you mean `{key}`?"]


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        (
            "publication",
            "publication:\n  name: Notes\n",
            ["1:1 unknown key `publication`; delete this line, and move everything below it as far left as it"],
        ),
        (
            "outlets",
            "kiel:\n  name: Kiel Office\n",
            ["1:1 unknown key `kiel`; write `outlets:`, and below it each outlet as an entry: `- id: kiel`"],
        ),
        ("terms", "words:\n  - expected: Kiel\n", ["1:1 unknown key `words`; did you mean `terms`?"]),
        (
            "terms",
            "terms:\n  - expected: Kiel\n    exceptions: [Kiels]\n",
            ["3:5 unknown key `exceptions`; did you mean `except`?"],
        ),
        (
            "publication",
            "validate:\n  missing-url: off\n",
            ["2:3 unknown key `missing-url`; it belongs below `severity:`"],
        ),
        ("publication", "build:\n  size: a4\n", ["2:3 unknown key `size`; did you mean `paper`?"]),
        ("publication", "email:\n  sender: a@b.org\n", ["2:3 unknown key `sender`; did you mean `from`?"]),
        (
            "issue",
            ISSUE + "tagline: All about locks\n",
            ["21:1 unknown key `tagline`; it belongs in `publication.yaml`"],
        ),
        (
            "issue",
            ISSUE + "gates:\n  outlet: NDR\n",
            ["21:1 unknown key `gates`; it is a source: indent it, and everything below it, under `sources:`"],
        ),
    ],
)
def test_a_key_at_a_wrong_level_is_sent_where_it_belongs(kind: str, text: str, said: list[str]) -> None:
    assert said_of(kind, text) == said


def test_an_issue_in_a_group_too_many_is_told_at_the_group() -> None:
    text = "issue:\n" + "".join(f"  {line}\n" if line else "\n" for line in ISSUE.splitlines())
    assert said_of("issue", text) == [
        "1:1 unknown key `issue`; delete this line, and move everything below it as far left as it"
    ]


@pytest.mark.parametrize(
    ("line", "place", "path"),
    [
        ("date: 2024-03-08", "2:1", "date"),
        ("  title: The Lock", "6:3", "feature.title"),
        ("    file: images", "9:5", "feature.image.file"),
        ("    outlet: NDR", "17:5", "sources.canal.outlet"),
    ],
)
def test_a_key_behind_a_comment_sign_is_told_at_its_line(line: str, place: str, path: str) -> None:
    margin = len(line) - len(line.lstrip())
    text = ISSUE.replace(line, f"{line[:margin]}# {line[margin:]}", 1)
    assert said_of("issue", text) == [f"{place} `{path}` is missing: `#` makes a comment of its line; delete the `#`"]


def test_a_comment_elsewhere_is_not_the_missing_key() -> None:
    text = ISSUE.replace("    outlet: NDR\n", "", 1) + "# outlet: NDR\n"
    assert said_of("issue", text.replace("sources:", "# outlet: NDR\nsources:")) == [
        "17:3 `sources.canal.outlet` is missing; write `outlet: …`"
    ]


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("publication", "series: weekly\n", "write `series:` and, indented below it, `gaps: …` and `standing: …`"),
        (
            "publication",
            "attribution: reportedly\n",
            "write `attribution:` and, indented below it, `allowed: [reportedly]`",
        ),
        ("publication", "style: [inline]\n", "write `style:` and, indented below it, `citations: …` and `year: …`"),
        ("publication", "acronyms: [EU, UN]\n", "write `acronyms:` and, indented below it, `known: [EU, UN]`"),
        ("publication", "build: {stylesheet: [a.css, b.css]}\n", "keep one, without brackets: `stylesheet: a.css`"),
        ("publication", "acronyms: {known: |\n  EU\n  UN}\n", ""),
        ("publication", "acronyms:\n  known: |\n    EU\n    UN\n", "write it as a list: `known: [EU, UN]`"),
        (
            "publication",
            'acronyms:\n  known: ""\n',
            "write `known: […]`, with commas between the entries, or delete the key",
        ),
        (
            "issue",
            ISSUE + "    author: [Kim Lee, Bo Ek]\n",
            "write it on one line: `author: Kim Lee and Bo Ek`",
        ),
        ("outlets", "outlets: [{id: a, name: A, country: [DE]}]\n", "write it without brackets: `country: DE`"),
        ("terms", "terms: [{expected: x, specs: [[a, b]]}]\n", "write `from: …` and `to: …` without a list"),
    ],
)
def test_advice_on_a_value_of_the_wrong_kind_can_be_followed(kind: str, text: str, said: str) -> None:
    found = said_of(kind, text)
    assert not said or [each.partition("; ")[2] for each in found] == [said]


def test_a_correction_to_no_item_is_told_at_its_item() -> None:
    text = ISSUE + "corrections:\n  - date: 2024-03-09\n    text: The gate was wrong.\n    item: featur\n"
    assert said_of("issue", text) == [
        "24:5 the file has a correction to “featur”, which is not an item; did you mean “feature”?"
    ]


ITEM = "number: 1\ndate: 2024-03-08\nfeature:\n  title: Kiel\n  author: Ben Ode\n{}  body: Kiel waits.\n"


def test_a_bio_beside_a_name_is_put_below_the_author_with_it() -> None:
    text = ITEM.format("  bio: Ben writes.\n")
    assert said_of("issue", text) == ["6:3 unknown key `bio`; write `author: {name: Ben Ode, bio: …}`"]
    assert _fixed(text) == text.replace("author: Ben Ode\n  bio:", "author:\n    name: Ben Ode\n    bio:")
    assert said_of("issue", _fixed(text)) == []


def test_a_bio_of_an_author_with_keys_or_of_none_belongs_below_author() -> None:
    text = ITEM.format("  bio: Ben writes.\n").replace("author: Ben Ode", "author: {name: Ben Ode}")
    assert said_of("issue", text) == ["6:3 unknown key `bio`; it belongs below `author:`"]


def test_a_bio_that_stands_elsewhere_is_not_moved() -> None:
    text = ITEM.format("") + "  bio: Ben writes.\n"
    assert said_of("issue", text) == ["7:3 unknown key `bio`; write `author: {name: Ben Ode, bio: …}`"]
    assert _fixed(text) == text


def test_a_source_inside_the_source_above_is_moved_out() -> None:
    first = "  ndr:\n    outlet: NDR\n    date: 2024-03-07\n"
    second = "  zdf:\n    outlet: ZDF\n\n    date: 2024-03-07\n"
    nested = second.replace("  zdf", "    zdf").replace("    outlet", "      outlet").replace("    date", "      date")
    text = ITEM.format("") + "sources:\n" + first + nested
    assert said_of("issue", text) == [
        "11:5 unknown key `zdf`; it is a source: move `zdf:` and what is below it 2 spaces left, in line with `ndr:`"
    ]
    assert _fixed(text) == text.replace(nested, second)


def test_the_last_key_of_a_source_on_the_level_of_its_name_is_moved_in() -> None:
    text = ITEM.format("") + "sources:\n  ndr:\n    outlet: NDR\n    url: https://ndr.de/\n"
    slipped = text.replace("    url:", "  url:")
    assert said_of("issue", slipped) == [
        "10:3 `url` is as far left as `ndr`, to which it belongs; indent it by 4 spaces"
    ]
    assert _fixed(slipped) == text


def test_a_key_that_the_source_above_has_is_no_key_of_it() -> None:
    text = ITEM.format("") + "sources:\n  ndr:\n    outlet: NDR\n  outlet: https://ndr.de/\n"
    [said] = said_of("issue", text)
    assert said.startswith("10:11 `sources.outlet` is text")


def _fixed(text: str) -> str:
    fixes = [fault.finding.fix for fault in parse_issue(parse_text(text)).faults]
    return apply_edits(text, [edit for fix in fixes if fix is not None for edit in fix.edits])


def test_a_word_of_two_languages_is_read_as_the_key_that_is_missing() -> None:
    head = "number: 1\ndate: 2024-03-08\nsummary: A.\nfeature: {title: A, author: B, body: Words.}\nbriefs:\n"
    said = said_of("issue", f"{head}  - title: B\n    rubrik: C\n    body: Words.\n")
    assert said == ["7:5 unknown key `rubrik`; did you mean `section`?"]
    said = said_of("issue", f"{head}  - rubrik: B\n    body: Words.\n")
    assert said == ["6:5 unknown key `rubrik`; did you mean `title`?"]
