"""Every fault of shape is reported at once, at its place, in the author's words, and once for each cause."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model import parse_issue, parse_outlets, parse_publication
from briefgen.yamltext import apply_edits, parse_text

GOOD = """\
number: 133
date: 2023-05-12
feature:
  title: One
  author: Jane Doe
  body: Words.
"""
VALUES = st.recursive(
    st.sampled_from(
        ["x", "", "~", "2023", "2023-05-12", "no", "'a b'", "[]", "{}", "undated", "https://e.org", "a.png", "-1"]
    ),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda parts: f"[{', '.join(parts)}]")
        | st.dictionaries(
            st.sampled_from(["title", "file", "name", "outlet", "date", "'[key]'", "url", "rule"]), inner, max_size=3
        ).map(lambda parts: "{" + ", ".join(f"{key}: {value}" for key, value in parts.items()) + "}")
    ),
    max_leaves=6,
)
KEYS = st.sampled_from(
    [
        "number",
        "date",
        "summary",
        "image",
        "feature",
        "briefs",
        "sources",
        "corrections",
        "cutoff",
        "ignore",
        "x-a",
        "titel",
    ]
)


def faults_of(text: str) -> list[str]:
    document = parse_text(text)
    reading = parse_issue(document)
    assert (reading.record is None) == any(fault.rule != "unknown-key" for fault in reading.faults)
    places = ((document.lines.position(fault.finding.span.start), fault.finding) for fault in reading.faults)
    return [f"{place.line}:{place.column} {finding.message}; {finding.help}" for place, finding in places]


def test_a_whole_issue_has_no_fault() -> None:
    assert faults_of(GOOD) == []


def test_all_faults_are_reported_at_once_in_document_order() -> None:
    text = """\
numbr: 133
date: May 12
feature:
  title:
  body: [Words]
briefs:
  - titel: Two
    body: Words.
    image: {file: kiel.svg, alt: Kiel}
sources:
  a b: {outlet: NYT}
  ok: {outlet: NYT, date: 2023-02-30, url: "javascript:alert(1)", dead: yes}
"""
    assert faults_of(text) == [
        "1:1 unknown key `numbr`; did you mean `number`?",
        "2:7 `date` is “May 12”, expected a date; add the year, as in `2023-05-12`",
        "4:3 `feature.title` is empty, expected text; write it after the colon: `title: …`",
        '5:9 `feature.body` is a list, expected text; put it in quotation marks: `body: "[Words]"`',
        "7:5 unknown key `titel`; did you mean `title`?",
        (
            "9:19 `briefs[1].image.file` is “kiel.svg”, expected a PNG, JPEG or WebP inside the publication; "
            "save it as PNG, JPEG or WebP, and write `images/kiel.jpg`"
        ),
        (
            "11:3 the key `a b` contains a space, expected up to 64 letters, digits and - _ . : / +; "
            "write `a-b`, here and where it is cited"
        ),
        "12:27 `sources.ok.date` is “2023-02-30”, there is no February 30, 2023; February 2023 has 28 days",
        "12:44 `sources.ok.url` is an address that begins with `javascript:`; only http and https addresses are linked",
        "12:73 `sources.ok.dead` is “yes”, expected true or false; write `true`",
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "Words.",
            "Words.\nsources: {a: {outlet: NYT, dead: ''}}",
            "7:34 `sources.a.dead` is empty, expected true or false; write `true` or `false`",
        ),
        ("number: 133\n", "", "1:1 `number` is missing; write the number of the issue, as in `number: 133`"),
        ("133", "0133", "1:9 `number` is “0133”, which YAML can read as a different number; write `133`"),
        ("133", "12x", "1:9 `number` is “12x”, expected a whole number; write digits only: `12`"),
        ("2023-05-12", "2023-05", "2:7 `date` is “2023-05”, expected a day; write year, month, day: `2023-05-12`"),
        ("2023-05-12", "2023/5/1", "2:7 `date` is “2023/5/1”, expected a date; write `2023-05-01`"),
        ("2023-05-12", "0000", "2:7 `date` is “0000”, there is no year 0000; write the year with four digits"),
        (
            "2023-05-12",
            "2023-13-01",
            "2:7 `date` is “2023-13-01”, there is no month 13; write `2023-01-13`",
        ),
        ("  author: Jane Doe\n", "", "3:1 `feature` has no `author`; add `author: {name: …, bio: …}`"),
        ("Jane Doe", "Jane\n  authors: [Bo]", "6:3 `feature` has both `author` and `authors`; keep one of the two"),
        (
            "Jane Doe",
            "[Jane]",
            (
                "5:11 `feature.author` is a list, expected a group of keys; "
                "list several under `authors`: `authors: [Jane]`"
            ),
        ),
        ("Jane Doe", "{nam: Jane}", "5:12 unknown key `nam`; did you mean `name`?"),
        (
            "Jane Doe",
            "{name: Jane, born: x}",
            "5:24 unknown key `born`; keys here: `name`, `bio`, `url`; keys of your own begin with `x-`",
        ),
        ("One", "' '", "4:10 `feature.title` is empty; write it after the colon: `title: …`"),
        ("One", '"One\\nTwo"', "4:10 `feature.title` runs over more than one line; write it on one line"),
        (
            "One",
            "{a: b}",
            ('4:10 `feature.title` is a group of keys, expected text; put it in quotation marks: `title: "{a: b}"`'),
        ),
        (
            "Words.",
            "Words.\nbriefs: Two",
            (
                "7:9 `briefs` is text, expected a list; "
                "write `briefs:`, with entries below it that begin with `- `: `- title: …`"
            ),
        ),
        (
            "Words.",
            "Words.\nsources: [a]",
            (
                "7:10 `sources` is a list, expected a group of keys; "
                "write a key of your own instead of each `- `: `welt-kiel:`"
            ),
        ),
        (
            "Words.",
            "Words.\nsources: {a: {outlet: NYT, suffix: abc}}",
            "7:36 `sources.a.suffix` is longer than 2 characters; shorten it",
        ),
        (
            "Words.",
            "Words.\nsources: {a: {outlet: NYT, dead: [x]}}",
            "7:34 `sources.a.dead` is a list, expected true or false; write `true` or `false`",
        ),
        (
            "Words.",
            "Words.\nimage: {file: a.png, alt: [x]}",
            "7:27 `image.alt` is a list, expected text; write it after the colon, in quotation marks",
        ),
        (
            "Words.",
            "Words.\nsources: {outlet: {outlet: NYT, dat: 2023}}",
            "7:33 unknown key `dat`; did you mean `date`?",
        ),
        ("Words.", "Words.\nignore: [{}]", "7:10 `ignore[1].rule` is missing; write `rule: unused-source`"),
        (
            "Words.",
            f"Words.\nsources: {{{'k' * 65}: {{outlet: NYT}}}}",
            (
                f"7:11 `{'k' * 65}` is “{'k' * 60}”, expected up to 64 letters, digits and - _ . : / +; "
                "write it like `xinhua-big-data`"
            ),
        ),
    ],
)
def test_one_fault_is_reported_once_in_words_that_help(old: str, new: str, said: str) -> None:
    assert faults_of(GOOD.replace(old, new, 1)) == [said]


def test_the_fix_of_a_misspelt_key_renames_it() -> None:
    document = parse_text(GOOD.replace("title", "titel"))
    fix = parse_issue(document).faults[0].finding.fix
    assert fix is not None
    assert not fix.is_safe
    assert apply_edits(document.text, fix.edits) == GOOD


def test_a_key_in_use_is_proposed_only_if_no_other_fits() -> None:
    assert faults_of(GOOD + "dat: x\n") == ["7:1 unknown key `dat`; did you mean `date`?"]


def test_keys_that_start_with_x_are_allowed() -> None:
    assert faults_of(GOOD + "x-note: {a: [b]}\n") == []


def test_short_forms_are_read() -> None:
    text = GOOD + "ignore: C104\nbriefs:\nsources:\ncorrections: []\n"
    issue = parse_issue(parse_text(text.replace("author: Jane Doe", "authors: [Jane Doe, {name: Bo}]"))).record
    assert issue is not None
    assert [person.name for person in issue.feature.bylines] == ["Jane Doe", "Bo"]
    assert issue.ignore[0].rule == "C104"
    assert (issue.briefs, issue.sources) == ((), {})
    assert issue.item_paths == (("feature",),)


def test_a_flag_is_true_or_false() -> None:
    issue = parse_issue(
        parse_text(GOOD + "sources: {a: {outlet: NYT, dead: True}, b: {outlet: NYT, dead: FALSE}}\n")
    ).record
    assert issue is not None
    assert [source.dead for source in issue.sources.values()] == [True, False]


def test_invalid_yaml_gives_no_issue() -> None:
    assert [fault.rule for fault in parse_issue(parse_text("a: b: c")).faults] == ["invalid-yaml"]


def test_an_empty_publication_is_all_defaults() -> None:
    publication = parse_publication(parse_text("")).record
    assert publication is not None
    assert (publication.name, publication.style.year) == ("Newsletter", "elide")
    assert parse_publication(parse_text("a: b: c")).record is None


def test_a_fault_of_a_choice_lists_the_options() -> None:
    document = parse_text("style: {citations: footnotes, year: [x]}\nbuild: {theme: {accent: url(x), 9: red}}\n")
    found = [f"{fault.finding.message}; {fault.finding.help}" for fault in parse_publication(document).faults]
    assert found == [
        "`style.citations` is “footnotes”; did you mean `notes`? write `inline` or `notes`",
        "`style.year` is a list; write `elide` or `always`",
        '`build.theme.accent` is “url(x)”, expected a colour or font names; write it like `"#0b5c4a"`',
        "`9` is “9”, expected small letters, digits and hyphens; write it like `accent`",
    ]


def test_a_register_is_read() -> None:
    reading = parse_outlets(parse_text("outlets:\n- {id: nyt, name: NYT, domains: nytimes.com}\n"))
    assert [fault.finding.message for fault in reading.faults] == ["`outlets[1].domains` is text, expected a list"]
    assert parse_outlets(parse_text("outlets:\n")).record is not None


@settings(max_examples=200)
@given(st.dictionaries(KEYS, VALUES, max_size=8))
def test_whatever_is_written_is_read_or_reported(values: dict[str, str]) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in values.items())
    document = parse_text(text)
    reading = parse_issue(document)
    assert (reading.record is None) == any(fault.rule != "unknown-key" for fault in reading.faults)
    assert all(fault.finding.span.end <= len(document.text) for fault in reading.faults)
    assert len({(fault.finding.span, fault.finding.message) for fault in reading.faults}) == len(reading.faults)
