"""Unknown keys: the intended key, its correct place, and checking of the rest of the file."""

import pytest

from briefgen.model import parse_issue, parse_outlets, parse_publication, parse_terms
from briefgen.model.aliases import fold_key
from briefgen.yamltext import apply_edits, parse_text

ISSUE = """\
number: 12
date: 2024-03-08
summary: A lock is closed.

feature:
  title: The Lock
  author: {name: Inga Holt, bio: Inga Holt writes on canals.}
  image:
    file: images/lock.png
    alt: A gate.
    credit: Inga Holt
  body: |
    The gate was lifted out [@canal].

sources:
  canal:
    outlet: NDR
    date: 2024-03-04
    title: Gate lifted out
    url: https://www.ndr.de/gate
"""


def said_of(text: str) -> list[str]:
    document = parse_text(text)
    found = parse_issue(document).faults
    places = ((document.lines.position(fault.finding.span.start), fault.finding) for fault in found)
    return [f"{place.line}:{place.column} {finding.message}; {finding.help}" for place, finding in places]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("    url: https://www.ndr.de/gate", "    link: https://www.ndr.de/gate"),
        ("    title: Gate", "    headline: Gate"),
        ("    outlet: NDR", "    publisher: NDR"),
        ("    outlet: NDR", "    website_name: NDR"),
        ("    date: 2024-03-04", "    published: 2024-03-04"),
        ("    date: 2024-03-04", "    Publication-Date: 2024-03-04"),
        ("    credit: Inga", "    photographer: Inga"),
        ("    file: images", "    src: images"),
        ("  body: |", "  text: |"),
        ("  body: |", "  boddy: |"),
        ("  title: The Lock", "  Title: The Lock"),
        ("  title: The Lock", "  headline: The Lock"),
        ("  author: {", "  byline: {"),
        ("bio: Inga", "biography: Inga"),
        ("summary:", "description:"),
        ("sources:\n", "references:\n"),
        ("number: 12", "issue: 12"),
        ("feature:\n", "article:\n"),
    ],
)
def test_a_name_from_elsewhere_leads_to_ours_and_is_read_as_that(ours: str, theirs: str) -> None:
    text = ISSUE.replace(ours, theirs, 1)
    document = parse_text(text)
    reading = parse_issue(document)
    mine, other = (line.strip().partition(":")[0].strip("{ ") for line in (ours, theirs))
    assert [fault.finding.message for fault in reading.faults] == [f"unknown key `{other}`"]
    assert reading.faults[0].finding.help == f"did you mean `{mine}`?"
    assert reading.record == parse_issue(parse_text(ISSUE)).record
    fix = reading.faults[0].finding.fix
    assert fix is not None
    assert apply_edits(text, fix.edits) == ISSUE


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("number: 12", "title: Kiel\nnumber: 12", "1:1 unknown key `title`; it belongs below `feature:`"),
        ("    credit: Inga Holt", "  credit: Inga Holt", "11:3 unknown key `credit`; it belongs below `image:`"),
        (
            "  body: |\n",
            "  corrections: []\n  body: |\n",
            "12:3 unknown key `corrections`; it belongs at the left margin, with `feature:`",
        ),
        (
            "    outlet: NDR",
            "    briefs: []\n    outlet: NDR",
            "17:5 unknown key `briefs`; it belongs at the left margin, with `sources:`",
        ),
        (
            "\nsources:",
            "He says: no.\n\nsources:",
            "14:1 unknown key `He says`; if it is part of the text above, indent it by 4 spaces, like the lines there",
        ),
        (
            "bio: Inga Holt writes on canals.",
            "bio: Inga Holt writes on canals, locks and ships",
            (
                "7:62 a comma ends the value of `bio`, and “locks and ships” is read as a key; "
                'quote it: `bio: "Inga Holt writes on canals, locks and ships"`'
            ),
        ),
        (
            "bio: Inga",
            "bio:Inga",
            "7:29 no space after the colon of `bio`; write `bio: Inga Holt writes on canals.`",
        ),
        (
            "bio: Inga",
            "born: 1980, bio: Inga",
            "7:29 unknown key `born`; keys here: `name`, `bio`, `url`; keys of your own begin with `x-`",
        ),
    ],
)
def test_a_misplaced_key_is_reported_with_its_place(old: str, new: str, said: str) -> None:
    assert said_of(ISSUE.replace(old, new, 1)) == [said]


def test_the_fix_of_a_value_that_a_comma_cut_puts_it_together() -> None:
    text = ISSUE.replace("on canals.", "on canals, locks")
    fix = parse_issue(parse_text(text)).faults[0].finding.fix
    assert fix is not None
    assert said_of(apply_edits(text, fix.edits)) == []


def test_missing_spaces_are_put_in_and_the_values_are_read() -> None:
    text = ISSUE.replace("{name: Inga Holt, bio: Inga", "{name:Inga Holt, bio:Inga")
    document = parse_text(text)
    reading = parse_issue(document)
    assert reading.record == parse_issue(parse_text(ISSUE)).record
    edits = [edit for fault in reading.faults if fault.finding.fix for edit in fault.finding.fix.edits]
    assert apply_edits(text, edits) == ISSUE
    assert reading.document.map_at(("feature", "author", "name")).span(0, 4).of(text) == "Inga"


def test_two_names_for_one_key_are_both_told_and_one_is_read() -> None:
    text = ISSUE.replace("    title: Gate lifted out", "    headline: Gate lifted out\n    heading: Another")
    reading = parse_issue(parse_text(text))
    assert [fault.finding.message for fault in reading.faults] == ["unknown key `headline`", "unknown key `heading`"]
    assert reading.record is not None
    assert reading.record.sources["canal"].title == "Gate lifted out"


def test_other_faults_are_reported_together_with_an_unknown_key() -> None:
    text = ISSUE.replace("summary:", "sumary:").replace("2024-03-04", "March 4, 2024")
    assert [line.partition(" ")[0] for line in said_of(text)] == ["3:1", "18:11"]


def test_the_other_files_have_aliases_too() -> None:
    publication = parse_publication(parse_text("title: Kiel\nquotes: curly\n"))
    assert [fault.finding.help for fault in publication.faults] == ["did you mean `name`?", "it belongs below `style:`"]
    assert publication.record is not None
    assert publication.record.name == "Kiel"
    outlets = parse_outlets(parse_text("outlets:\n- {id: ndr, title: NDR, domain: [ndr.de]}\n"))
    assert [fault.finding.help for fault in outlets.faults] == ["did you mean `name`?", "did you mean `domains`?"]
    terms = parse_terms(parse_text("terms:\n- {to: Kiel Canal, from: [Kiel canal]}\n"))
    assert [fault.finding.help for fault in terms.faults] == ["did you mean `expected`?", "did you mean `patterns`?"]


def test_keys_are_folded_to_our_form() -> None:
    assert [fold_key(key) for key in ("translatedTitle", "Translated-Title", "translated title", "URL")] == [
        "translated_title",
        "translated_title",
        "translated_title",
        "url",
    ]
