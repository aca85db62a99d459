"""Common wrong values for languages, countries, hosts and pictures, and the proposed corrections."""

import pytest
from babel import Locale

from briefgen.model import parse_issue, parse_outlets, parse_terms
from briefgen.model.field_hints import (
    suggest_country,
    suggest_email,
    suggest_host,
    suggest_image,
    suggest_key,
    suggest_language,
    suggest_ratio,
    suggest_theme_key,
)
from briefgen.model.fields import normalize_language_tag
from briefgen.model.month_words import month_number
from briefgen.model.nearest import nearest
from briefgen.model.theme_keys import nearest_theme_key
from briefgen.yamltext import parse_text
from tests.model.test_examples import said_of

# The languages with labels, except those whose months are numbers.
PRINTED = ("ar", "de", "es", "fr", "he", "nl", "pl", "pt", "ru", "uk", "it", "cs", "sv", "tr")


@pytest.mark.parametrize("tag", PRINTED)
def test_the_months_of_every_language_that_we_print_are_known(tag: str) -> None:
    months = Locale.parse(tag).months
    for kind in ("format", "stand-alone"):
        names = months[kind]["wide"]
        assert [month_number(names[number]) for number in range(1, 13)] == list(range(1, 13)), (tag, kind)


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [
        ("港湾日報", "港口日報", None),
        ("全国港湾日報", "全国港湾日法", "全国港湾日法"),
        ("全国港湾日報", "全国山林日報", None),
        ("Kiler Zeitng", "Kieler Zeitung", "Kieler Zeitung"),
    ],
)
def test_one_character_of_four_makes_another_name(written: str, known: str, meant: str | None) -> None:
    assert nearest(written, [known]) == meant


@pytest.mark.parametrize(("key", "is_told"), [("神戸", True), ("kiel-été", True), ("kiel waits", False)])
def test_a_key_with_other_letters_is_told_which_it_may_have(key: str, is_told: bool) -> None:  # noqa: FBT001
    assert ("Latin letters only" in suggest_key(key).advice) == is_told


def test_a_month_of_two_languages_and_two_letters_are_none() -> None:
    assert [month_number(word) for word in ("Ma", "jui", "Juno", "", "may", "Mai", "sept.")] == [0, 0, 0, 0, 5, 5, 9]


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("German", "de"), ("Deutsch", "de"), ("français", "fr"), ("中文", "zh-Hans"), ("Simplified Chinese", "zh-Hans"),
        ("русский", "ru"),
        ("eng", "en"), ("en_UK", "en-GB"), ("English (US)", "en"),
        ("de_DE.UTF-8", "de-DE"), ("cn", "zh-Hans"), ("jp", "ja"), ("Klingon", ""),
    ],
)  # fmt: skip
def test_a_language_is_known_by_its_names(written: str, tag: str) -> None:
    assert suggest_language(written).instead == tag


@pytest.mark.parametrize(
    ("written", "code"), [("Germany", "DE"), ("UK", "GB"), ("the United States", "US"), ("de", "DE"), ("Utopia", "")]
)
def test_a_country_is_known_by_its_names(written: str, code: str) -> None:
    assert suggest_country(written).instead == code


@pytest.mark.parametrize(
    ("written", "host"),
    [("https://survey.example.org/", "survey.example.org"), ("*.example.org", "example.org"), ("survey", "")],
)
def test_a_host_is_cut_out_of_its_address(written: str, host: str) -> None:
    assert suggest_host(written).instead == host


@pytest.mark.parametrize(
    ("written", "advice", "instead"),
    [
        ("/images/a.jpg", "write it as seen from the folder of issues, with slashes: `images/a.jpg`", "images/a.jpg"),
        ("../images/a.jpg", "write it as seen from the folder of issues, with slashes: `images/a.jpg`", "images/a.jpg"),
        ("images\\a.jpg", "write it as seen from the folder of issues, with slashes: `images/a.jpg`", "images/a.jpg"),
        (
            "images/a.jpg?w=8",
            "write it as seen from the folder of issues, with slashes: `images/a.jpg`",
            "images/a.jpg",
        ),
        ("C:\\Users\\m\\a.jpg", "copy it into `images/`, and write `images/a.jpg`", ""),
        ("https://e.org/x/a.jpg?w=1", "save the picture in the publication, and name it: `images/a.jpg`", ""),
        ("images/a.heic", "save it as PNG, JPEG or WebP, and write `images/a.jpg`", ""),
        ("elbe", "write its ending too: `images/kiel.jpg`", ""),
    ],
)
def test_a_picture_elsewhere_is_reported_with_the_right_path(written: str, advice: str, instead: str) -> None:
    assert suggest_image(written) == (advice, instead)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "outlets:\n  port: {name: Port}\n",
            "write `- id: port` instead of `port:`, and line up everything below it with `id`",
        ),
        ("outlets:\n  - {id: a, name: A, aliases: B, C}\n", None),
        ("outlets:\n  - {id: a, name: A, aliases: 'B, C'}\n", "write it as a list: `aliases: [B, C]`"),
        ("outlets:\n  - {id: a, name: [A]}\n", "write it without brackets: `name: A`"),
    ],
)
def test_lists_and_names_of_outlets_are_shown_as_they_should_be(text: str, said: str | None) -> None:
    helps = [fault.finding.help for fault in parse_outlets(parse_text(text)).faults]
    assert said is None or said in helps


def test_terms_written_as_pairs_and_as_expressions_lead_to_entries() -> None:
    [pair] = parse_terms(parse_text("terms:\n  harbour: harbor\n")).faults
    assert pair.finding.help == "write each entry as `- {expected: harbor, patterns: [harbour]}`"
    [expression] = parse_terms(parse_text("terms:\n  - {expected: harbor, patterns: ['harbou?rs?']}\n")).faults
    assert expression.finding.message.endswith("is a regular expression, expected words")


HEAD = "number: 7\ndate: 2024-03-08\n"
FEATURE = "feature: {title: T, author: A, body: Words.}\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + "status: draft\n" + FEATURE, "write `draft: true`, or delete it"),
        (HEAD + "tags: [a]\n" + FEATURE, "delete it, or keep it as `x-tags`: nothing prints it"),
        (
            HEAD + FEATURE + "one: {outlet: NDR}\n",
            "it is a source: indent it, and everything below it, under `sources:`",
        ),
        (
            HEAD + FEATURE + "sources:\n  a: {outlet: NDR, doi: 10.1234/x.5}\n",
            "write it as an address: `url: https://doi.org/10.1234/x.5`",
        ),
        (
            HEAD + FEATURE + "sources:\n  a: {outlet: NDR, pages: 3}\n",
            "write the page where the source is cited: `[@key, p. 12]`",
        ),
        (
            HEAD + FEATURE + "sources:\n  a: {outlet: NDR, author: [{family: Doe, given: Jo}]}\n",
            "write it on one line: `author: Jo Doe`",
        ),
        (
            HEAD + FEATURE + "sources:\n  a: {outlet: NDR, date: {date-parts: [[2023, 5, 3]]}}\n",
            "write it on one line: `date: 2023-05-03`",
        ),
        (
            HEAD + "feature: {title: T, authors: Ana Lee and Bo Li, body: W.}\n",
            "write it as a list: `authors: [Ana Lee, Bo Li]`",
        ),
        (
            HEAD + "feature: {title: T, author: [{name: A}, {bio: B}], body: W.}\n",
            "replace each `- ` with two spaces: there is one `author`, with its keys below it",
        ),
        (
            HEAD + "feature: {title: T, author: A, language: [de, en], body: W.}\n",
            "keep one, without brackets: `language: de`",
        ),
    ],
)
def test_keys_and_values_of_other_tools_lead_to_ours(text: str, said: str) -> None:
    assert said in [line.partition("; ")[2] for line in said_of(text)]


def test_a_copy_of_the_wayback_machine_tells_its_own_day() -> None:
    address = "https://web.archive.org/web/20230504120000/https://e.org/"
    [said] = said_of(HEAD + FEATURE + f"sources:\n  a: {{outlet: NDR, archived: '{address}'}}\n")
    assert said.endswith("and `date: 2023-05-04`")


def test_keys_that_each_have_a_dash_are_one_entry() -> None:
    text = HEAD + FEATURE + "briefs:\n  - title: A\n  - deck: B\n  - body: |\n      Words.\n  - title: C\n    body: D\n"
    [fault] = parse_issue(parse_text(text)).faults
    assert fault.finding.message == "`deck` begins with a dash, and belongs to the entry above it"
    assert fault.finding.fix is not None
    fixed = text.replace("  - deck", "    deck").replace("  - body", "    body")
    assert [edit.text for edit in fault.finding.fix.edits] == [" ", " "]
    assert parse_issue(parse_text(fixed)).faults == ()


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("16x9", "write `16:9`"),
        ("1920×1080", "write `16:9`"),
        ("square", "write `1:1`"),
        ("16:9 top", 'write `{ratio: "16:9", focus: top}`'),
        ("0x0", ""),
        ("wide", ""),
    ],
)
def test_a_ratio_is_read_in_other_notations(written: str, advice: str) -> None:
    assert suggest_ratio(written).advice == advice


@pytest.mark.parametrize(
    ("written", "advice", "instead"),
    [
        ("Kiel Desk <desk@kiel.de>", "write the address alone: `desk@kiel.de`", "desk@kiel.de"),
        ("desk@kiel.de, port@kiel.de", "write one address: `desk@kiel.de`", ""),
        ("desk at kiel.de", "", ""),
    ],
)
def test_a_mail_address_is_cut_out_of_what_is_around_it(written: str, advice: str, instead: str) -> None:
    assert suggest_email(written) == (advice, instead)


@pytest.mark.parametrize(
    ("written", "advice"),
    [("Accent", "did you mean `accent`?"), ("accent_color", "did you mean `accent`?"), ("9", "")],
)
def test_a_key_of_a_theme_is_known_by_other_spellings(written: str, advice: str) -> None:
    assert suggest_theme_key(written).advice == advice


@pytest.mark.parametrize(
    ("key", "ours"), [("background", "paper"), ("font", "serif"), ("dark-accent-color", "dark-accent"), ("zzzz", None)]
)
def test_a_key_of_a_theme_is_known_by_its_names_elsewhere(key: str, ours: str | None) -> None:
    assert nearest_theme_key(key) == ours


def test_the_capitals_of_a_language_do_not_matter() -> None:
    assert [normalize_language_tag(tag) for tag in ("EN", "zh-hans-cn", "PT-br")] == ["en", "zh-Hans-CN", "pt-BR"]
