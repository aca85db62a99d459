"""Slips that a blind reader made, and their neighbours: each is told where it was made, and true texts are not."""

import re
from functools import cache

import pytest

from briefgen.compile.shipped_outlets import load_shipped_outlets
from briefgen.diagnostics import Diagnostic
from briefgen.manuscript import read_manuscript
from briefgen.model import Outlets, Publication, parse_publication
from briefgen.rules import run_rules
from briefgen.yamltext import apply_edits, parse_text

ISSUE = """number: 12
date: 2026-11-20
feature: {title: Boats, author: Jane Doe, body: "Boats sail [@vote]."}
briefs:
  - title: School Boat Stays
    body: |
      The council ended the ferry [@vote]. The boat carries pupils [@vote; @survey].

      The ministry will pay for it (BBC, November 16).
sources:
  vote:
    outlet: Reuters
    date: 2026-11-17
    title: Council ends night ferry
    author: Ole Brandt
    url: https://www.reuters.com/world/ferry-2026-11-17/
  survey:
    outlet: Financial Times
    date: 2026-06-02
    title: Small islands
    url: https://www.ft.com/content/islands
  school:
    outlet: BBC
    date: 2026-11-16
    title: School boat
    url: https://www.bbc.com/news/c0boat
"""
_URL = "https://www.bbc.com/news/c0boat"
_PAID = "will pay for it (BBC, November 16)."


@cache
def _register() -> Outlets:
    return load_shipped_outlets()


def _reports(old: str, new: str, code: str) -> list[tuple[int, str, str]]:
    return [(each.start.line, each.finding.message, each.finding.help) for each in _check(old, new, code)]


def _check(old: str, new: str, code: str) -> list[Diagnostic]:
    assert old in ISSUE
    document = parse_text(ISSUE.replace(old, new, 1))
    found = run_rules(read_manuscript(document, "12.yaml", outlets=_register()), select=[code])
    return [each for each in found if each.code == code]


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "help_"),
    [
        ("c0boat", "c0boat.", "S016", 26, "delete it: `https://www.bbc.com/news/c0boat`"),
        ("c0boat", "c0boat).", "S016", 26, "delete it: `https://www.bbc.com/news/c0boat`"),
        ("news/c0boat", "news/ c0boat", "S003", 26, "delete it: `https://www.bbc.com/news/c0boat`"),
        ("https://www.bbc", "https://https://www.bbc", "S003", 26, "write `https://www.bbc.com/news/c0boat`"),
        ("@vote; @survey", "@vote; survey", "C101", 7, "write `[@vote; @survey]`"),
        ("@vote; @survey", "@vote, survey", "C101", 7, "write `[@vote; @survey]`"),
        ("@vote; @survey", "@vote and survey", "C101", 7, "write `[@vote; @survey]`"),
        (" (BBC, November 16)", "<ref>BBC, November 16</ref>", "C101", 9, "`(BBC, November 16)`"),
        ("(BBC, November 16)", "(via BBC)", "C101", 9, "write `(BBC, November 16)`"),
        ("(BBC, November 16)", "[BBC]", "C101", 9, "write `(BBC, November 16)`"),
        ("(BBC, November 16)", "(Brandt, November 17)", "C102", 9, "did you mean `(Reuters, November 17)`?"),
        ("(BBC, November 16)", "(BBC, November 15)", "C102", 9, "closest: `school` of November 16"),
        ("outlet: BBC", "outlet: BBBC", "C102", 23, "write `outlet: BBC`"),
        ("2026-11-20", "2025-11-20", "C203", 2, "correct this date"),
        ("2026-11-20", "2027-11-20", "C204", 2, "correct this date"),
        (_PAID, f"{_PAID}\n      ---\n\n      More [@vote].", "S009", 10, "leave an empty line above it"),
        (_PAID, "will __pay_ for it (BBC, November 16).", "S009", 9, "write as many `_`"),
        (_PAID, f"{_PAID}[^a]\n\n      [^ab]: A note.", "S009", 9, "did you mean `[^ab]`?"),
        (_PAID, f"{_PAID}[^a]\n\n      [^a] A note.", "S009", 11, "write `[^a]:`"),
        (_PAID, f"{_PAID}[a]\n\n      [^a]: A note.", "S009", 9, "write `[^a]`"),
        (_PAID, f"{_PAID}\n\n      | A | B |\n      | --- | --- |\n      | 1 |", "S009", 13, "add what is missing"),
        (_PAID, f"{_PAID}\n\n      | A | B | C |\n      | 1 | 2 | 3 |", "S009", 11, "write `| --- | --- | --- |`"),
        (_PAID, f"{_PAID}\n\n      ![Pier] (images/pier.png)", "S009", 11, "write `![Pier](images/pier.png)`"),
        (_PAID, f"{_PAID}\n\n      See [this](https://x.example.org/ a).", "S009", 11, "write `[this]"),
        (_PAID, f"{_PAID}\n\n      See [this]() there.", "S009", 11, "write the address between"),
        (_PAID, f"{_PAID} [Ole: is this right?]", "S005", 9, "cut it"),
        (_PAID, f"{_PAID} @ole please check", "S005", 9, "cut it"),
        (_PAID, f"{_PAID} (NB check with Ole)", "S005", 9, "cut it"),
        (_PAID, f"Dear *|FNAME|*, it {_PAID}", "S005", 9, "write the words themselves"),
        (_PAID, f"{_PAID}\n\n      Forward this to a friend", "S005", 11, "delete it, unless you mean it"),
        (_PAID, f"will pay,, it says, {_PAID}", "T104", 9, "write `,`"),
        ("    outlet: BBC\n    date: 2026-11-16", "    outlet: BBC, date:2026-11-16", "S016", 23, "begin `date: …`"),
        ("title: School boat", "title: School boat url:https://a.org/", "S016", 25, "begin `url: …`"),
        ("outlet: BBC\n", 'outlet: "BBC, author: Ole Brandt"\n', "S016", 23, "begin `author: …`"),
        (_URL, f"{_URL}\ncorrections: [{{date: 2026-11-19, text: No.}}]", "S016", 27, "correct the date of the one"),
        (_URL, f"{_URL}\ncorrections: [{{date: 2025-11-21, text: No.}}]", "S016", 27, "correct the date of the one"),
        (_PAID, f"{_PAID}\n\n      > Boats sail.\n      The ministry is silent.", "S009", 12, "leave an empty line"),
        (_PAID, f"{_PAID}\n\n      > It sails [@vote].\n      No one waits.", "S009", 12, "leave an empty line"),
        (
            _PAID,
            f"{_PAID}\n\n      > It sails\n      > — Ole Brandt\n      No one waits.",
            "S009",
            13,
            "leave an empty",
        ),
        (_PAID, f"{_PAID}\n\n      > - It sails.\n      No one waits.", "S009", 12, "leave an empty line"),
        (_PAID, f"{_PAID}\n\n      - > It sails.\n        No one waits.", "S009", 12, "leave an empty line"),
        (_PAID, f"{_PAID} It is popular.They are long.", "T105", 9, "put one there"),
        (_PAID, f"{_PAID} It opens in April.Then it closes.", "T105", 9, "put one there"),
        (_PAID, f"{_PAID} It waits for its bolts,the paper says.", "T105", 9, "put one there"),
        (_PAID, f"{_PAID} It waits;the town does not.", "T105", 9, "put one there"),
        (_PAID, f"{_PAID} It waits (see below).The town does not.", "T105", 9, "put one there"),
        (_PAID, f"{_PAID} It opened in 2025.The town did not.", "T105", 9, "put one there"),
        (_PAID, f"{_PAID} It waits for Oslo.Then comes winter.", "T105", 9, "put one there"),
        (_PAID, f"{_PAID} The fare to Oslo is low.Oslo pays.", "T105", 9, "put one there"),
        ("author: Jane Doe", "author: Henrik Dahl, deck: So says Henrik Dhal", "N112", 3, "use one spelling"),
        ("author: Jane Doe", "author: Henrik Dahl, deck: Henirk Dahl sails", "N112", 3, "use one spelling"),
        ("author: Jane Doe", "author: Marta Oliva, deck: Marta Olivia sails", "N112", 3, "use one spelling"),
        ("author: Jane Doe", "author: Marta Oliva, deck: We met Marta Olvia’s crew", "N112", 3, "use one spelling"),
        ("Jane Doe,", "Ana Dahl, image: {file: a.png, alt: A, credit: Ana Dhal, caption: Ana Dahl},", "N112", 3, "use"),
    ],
)
def test_a_slip_is_told_where_it_was_made(old: str, new: str, code: str, line: int, help_: str) -> None:
    (only,) = _reports(old, new, code)
    assert (only[0], help_ in only[2]) == (line, True), only


def test_a_merge_tag_that_is_named_may_stay() -> None:
    settings = "name: The Quay\nemail: {merge_tags: ['*|FNAME|*', '{{ first_name }}']}\n"
    publication = parse_publication(parse_text(settings)).record or Publication()
    text = ISSUE.replace(_PAID, f"Dear *|FNAME|*, {{{{ first_name }}}} and *|LNAME|*, it {_PAID}")
    manuscript = read_manuscript(parse_text(text), "12.yaml", publication=publication, outlets=_register())
    messages = [each.finding.message for each in run_rules(manuscript, select=["S005"])]
    assert messages == ["“*|LNAME|*” is left from a newsletter service, which filled it in"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("https://www.bbc.com/news/c0boat", "https://en.wikipedia.org/wiki/Boat_(band)"),
        ("https://www.bbc.com/news/c0boat", "https://en.wikipedia.org/wiki/Apple_Inc."),
        ("@vote; @survey", "@vote, chapter 3; @survey"),
        (_PAID, f"{_PAID} [Editor’s note: it was public.] [Video: is this the end?] “[Is] it?”"),
        (_PAID, f"{_PAID} (And who pays?) So it [did] in 1996 (?) … [sic]."),
        (_PAID, f"{_PAID}\n\n      | **2024** |\n      | --- |\n      | 1 |"),
        (_PAID, f"{_PAID}\n\n      What it costs\n      ---\n\n      A lot [@vote]."),
        (_URL, f"{_URL}\ncorrections: [{{date: 2026-11-20, text: No.}}, {{date: 2027-01-02, text: No.}}]"),
        ("outlet: BBC", "outlet: 'BBC: Rivers'"),
        (_PAID, f"{_PAID}\n\n      > Boats sail,\n      and they wait.\n      The town sails."),
        (_PAID, f"{_PAID}\n\n      > Boats sail.\n      — Ole Brandt\n\n      > Boats sail.\n      **Ole Brandt**"),
        (_PAID, f"{_PAID}\n\n      > Boats sail.\n      > They wait.\n\n      > Boats sail.\n      https://a.org/"),
        (_PAID, f"{_PAID} Some said so… Others* did not.\n\n      \\* By phone."),
    ],
)
def test_true_texts_are_not_reported(old: str, new: str) -> None:
    assert not [each for code in ("S005", "S009", "S016", "C101", "T104", "T105") for each in _reports(old, new, code)]


@pytest.mark.parametrize(
    "words",
    [
        "See example.org, a file.In.txt, Node.js and the U.S.The",
        "They wrote e.g.the, Yahoo!Japan and one@b.The",
        "It is `a.The b`, at https://a.org/x.The and www.a.org/b,the",
        "It takes lat,long, numpy.Array, System.Out and ASP.Net",
        "It took 1,200 of them to v2.1",
    ],
)
def test_no_space_belongs_in_addresses_abbreviations_and_code(words: str) -> None:
    assert not _reports(_PAID, f"{_PAID} {words} on Monday.", "T105")


@pytest.mark.parametrize(
    "author", ["Jane Doer, deck: Jane Doe sails", "Ann Brown, deck: Ann Browne sails", "Ann Lind, deck: Ann Lund sails"]
)
def test_people_with_like_names_may_be_two(author: str) -> None:
    assert not _reports("author: Jane Doe", f"author: {author}", "N112")


@pytest.mark.parametrize(
    "title",
    [
        "School Boat Stays [@vote]",
        "School [@vote] Boat Stays",
        "School Boat Stays (BBC, November 16)",
        "School Boat Stays [@vote; @survey]",
    ],
)
def test_a_citation_in_a_title_is_told_there_though_a_correction_has_the_title_without_it(title: str) -> None:
    text = ISSUE.replace("School Boat Stays", title)
    text += "corrections:\n  - {date: 2026-11-21, item: School Boat Stays, text: It does.}\n"
    found = run_rules(read_manuscript(parse_text(text), "12.yaml", outlets=_register()))
    assert [(each.code, each.start.line) for each in found if each.severity == "error"] == [("C113", 5)]


def test_a_correction_may_mean_the_title_that_begins_with_its_words() -> None:
    text = f"{ISSUE}corrections:\n  - {{date: 2026-11-21, item: School, text: It does.}}\n"
    found = run_rules(read_manuscript(parse_text(text), "12.yaml"))
    assert [each.finding.help for each in found if each.code == "S003"] == ["did you mean “School Boat Stays”?"]


def test_a_paragraph_may_be_the_end_of_another() -> None:
    words = "the harbor opened after ten years of work, and the first ship came in the same night."
    (found,) = _check(_PAID, f"{_PAID}\n\n      then {words}\n\n      Nobody waved.\n\n      {words}", "T104")
    assert "nearly the same as the one in line 11" in found.finding.message


@pytest.mark.parametrize("new", ["(BBC, November 15)", "(Guardian, November 14)"])
def test_a_real_source_is_not_deleted_for_a_citation_without_one(new: str) -> None:
    assert not any(each.finding.fix for each in _check("(BBC, November 16)", new, "C104"))


@pytest.mark.parametrize("end", [".¹", " TODO check", " [CHECK NAME]", " @ole please check"])
def test_what_ends_with_a_remark_or_a_mark_needs_no_full_stop(end: str) -> None:
    assert not _check(_PAID, f"will pay for the boat, it said on Monday.{end.removeprefix('.')}", "T107")


def test_a_list_without_dashes_is_told_once_at_its_first_entry() -> None:
    text = "briefs:\n    title: One\n    body: A.\n    title: Two\n    body: B.\n"
    (fault,) = parse_text(text).faults
    assert fault.message == "`briefs` is a list, but its 2 entries have no dashes"
    assert [edit.text for edit in fault.edits] == ["- ", "- "]


WHOLE = """number: 41
date: 2026-11-20
summary: A reservoir is nearly empty.

feature:
  title: The Pipe
  deck: A plan of 2008 is back.
  authors:
    - name: Marta Oliva
      bio: Marta Oliva writes about rivers.
    - name: Henrik Dahl
  image:
    file: images/reservoir.png
    alt: A brown shore.
    credit: Henrik Dahl
  body: |
    The reservoirs are low [@bbc-towns].

briefs:
  - title: Night Trains Return
    section: Rails
    body: |
      The line will reopen [@bbc-towns].

  - title: A Bridge Waits
    section: Rails
    author: Henrik Dahl
    body: |
      The bridge is finished [@lemonde].

sources:
  bbc-towns:
    outlet: BBC
    date: 2026-11-01
    title: Drought rules for towns
    url: https://www.bbc.com/news/towns
  lemonde:
    outlet: Le Monde
    date: 2026-11-03
    title: The night train
    url: https://www.lemonde.fr/train

corrections:
  - date: 2026-11-21
    item: A Bridge Waits
    text: It has 12 bolts.
  - date: 2026-11-22
    text: It has 14 bolts.
"""


def _cut(heading: str, text: str = WHOLE) -> str:
    assert f"\n{heading}\n" in text
    return text.replace(f"\n{heading}\n", "\n", 1)


def _parts(*names: str) -> str:
    """Return the issue with its groups in another order."""
    head, *groups = (f"{group.strip()}\n" for group in re.split(r"\n\n(?=[a-z]+:)", WHOLE))
    by_name = {group.partition(":")[0]: group for group in groups}
    return "\n".join([head, *(by_name[name] for name in names)])


def _group(name: str) -> str:
    return _parts(name).partition("\n\n")[2]


@pytest.mark.parametrize("heading", ["sources:", "corrections:", "briefs:", "feature:", "  image:", "  authors:"])
def test_a_forgotten_heading_is_named_and_written_again(heading: str) -> None:
    text = _cut(heading)
    (fault,) = parse_text(text).faults
    assert fault.message == f"not valid YAML: the line `{heading.strip()}` is missing above this one"
    assert f"write `{heading.strip()}` on a line of its own above it" in fault.help
    assert apply_edits(text, fault.edits) == WHOLE


@pytest.mark.parametrize("heading", ["sources:", "corrections:", "briefs:", "feature:"])
def test_a_forgotten_heading_is_named_without_an_empty_line_too(heading: str) -> None:
    text = _cut(heading).replace("\n\n", "\n")
    (fault,) = parse_text(text).faults
    assert f"the line `{heading}` is missing" in fault.message
    assert apply_edits(text, fault.edits) == WHOLE.replace("\n\n", "\n")


def test_several_forgotten_headings_are_named() -> None:
    faults = parse_text(_cut("corrections:", _cut("sources:", _cut("briefs:")))).faults
    assert [fault.message.split("`")[1] for fault in faults] == ["briefs:", "sources:", "corrections:"]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        (_parts("feature", "sources", "briefs"), "sources:"),
        (_parts("feature", "sources", "briefs", "corrections"), "corrections:"),
        (_parts("briefs", "sources", "feature"), "feature:"),
        (_parts("feature") + "\n" + _group("briefs").replace("\n  ", "\n") + "\n" + _group("sources"), "sources:"),
    ],
)
def test_a_forgotten_heading_is_named_where_the_file_is_valid_yaml_without_it(text: str, heading: str) -> None:
    (found,) = run_rules(read_manuscript(parse_text(_cut(heading, text)), "41.yaml"), select=("S001", "S002", "S003"))
    assert found.finding.message == f"the line `{heading}` is missing above this one"
    assert found.finding.fix is not None
    assert apply_edits(_cut(heading, text), found.finding.fix.edits) == text


@pytest.mark.parametrize("key", ["source:", "Sources:", "quellen:", "references:"])
def test_a_heading_in_other_words_is_not_missing(key: str) -> None:
    found = run_rules(read_manuscript(parse_text(_parts("feature", "sources").replace("sources:", key)), "41.yaml"))
    assert not [each for each in found if "is missing above" in each.finding.message]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("BBC\n    date:", "BBC, date:", "date"),
        ("BBC\n    date:", "BBC date:", "date"),
        ("BBC\n    date:", '"BBC", date:', "date"),
        ("BBC\n    date:", "BBC; date:", "date"),
        ("BBC\n    date: 2026-11-01\n    title:", "BBC, date: 2026-11-01, title:", "date"),
        ("Rails\n    author:", "Rails, author:", "author"),
        ("Rails\n    author:", "Rails author:", "author"),
        ("Marta Oliva\n      bio:", "Marta Oliva, bio:", "bio"),
        ("A brown shore.\n    credit:", "A brown shore., credit:", "credit"),
        ("Drought rules for towns\n    url:", "Drought rules for towns url:", "url"),
        ("number: 41\ndate:", "number: 41, date:", "date"),
        ("Rails\n    body:", "Rails, body:", "body"),
    ],
)
def test_a_second_key_on_a_line_is_never_quoted_with_the_first(old: str, new: str, key: str) -> None:
    assert old in WHOLE
    (fault,) = parse_text(WHOLE.replace(old, new, 1)).faults
    assert f"`{key}:` is a key of its own, but is on the line of `" in fault.message
    assert fault.help == f"begin `{key}: …` on a line of its own"
    assert not fault.edits


@pytest.mark.parametrize(
    "title",
    ["Drought, date: unknown", "A new image: what it shows", "Text, image, sound: The Pipe", "Rivers: Date: Today"],
)
def test_a_title_with_a_colon_is_quoted(title: str) -> None:
    (fault,) = parse_text(WHOLE.replace("Drought rules for towns", title)).faults
    assert fault.help == f'quote it: `title: "{title}"`'
    assert fault.edits


@pytest.mark.parametrize(
    ("old", "new", "help_"),
    [
        ("  - title: A Bridge", "    - title: A Bridge", "indent it by 2 spaces"),
        ("    - name: Henrik", "      - name: Henrik", "indent it by 4 spaces"),
        ("  - date: 2026-11-22\n    text", "    - date: 2026-11-22\n      text", "indent it by 2 spaces"),
    ],
)
def test_a_dash_as_far_right_as_the_keys_above_it_begins_another_entry(old: str, new: str, help_: str) -> None:
    text = WHOLE.replace(old, new)
    (fault,) = parse_text(text).faults
    assert fault.help == help_
    assert apply_edits(text, fault.edits) == WHOLE


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("feature:\n  title", "feature:\n- title"),
        ("  image:\n    file", "  image:\n  - file"),
        ("    file: images", "    - file: images"),
    ],
)
def test_a_dash_before_the_keys_of_one_group_is_replaced_with_spaces(old: str, new: str) -> None:
    text = WHOLE.replace(old, new)
    if "- file: images" in new:
        text = text.replace("    alt:", "    - alt:").replace("    credit:", "    - credit:")
    (found,) = run_rules(read_manuscript(parse_text(text), "41.yaml"), select=("S001", "S003"))
    assert "with two spaces" in found.finding.help
    assert found.finding.fix is not None
    assert found.finding.fix.is_safe
    fixed = parse_text(apply_edits(text, found.finding.fix.edits))
    assert not run_rules(read_manuscript(fixed, "41.yaml"), select=("S001", "S002", "S003"))
