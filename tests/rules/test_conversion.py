"""Typed citations become keyed ones and back, and nothing is lost on the way."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.citations import Group
from briefgen.compile.shipped_outlets import load_shipped_outlets
from briefgen.edition.groups import CitationFormatter
from briefgen.manuscript import ItemText, Manuscript, read_manuscript
from briefgen.model import AMERICAN
from briefgen.rules import choose_rules, run_rules
from briefgen.rules.apply_fixes import apply_fixes
from briefgen.yamltext import parse_text
from tests.rules.issues import around, read
from tests.shared import shared_file

OUTLETS = load_shipped_outlets()
SOURCES = """\
sources:   # kept
  nyt: {outlet: NYT, date: 2023-05-10}
  old: {outlet: NYT, date: 2021-05-29, author: Jane Doe}
  cd1: {outlet: China Daily, date: 2023-02-20}
  cd2: {outlet: China Daily, date: 2023-02-20}
  gao: {outlet: GAO, date: undated}
  month: {outlet: BBC, date: 2022-03}
  none: {outlet: NRC}
"""
TYPED, KEYED = "typed-citation", "keyed-citation"


def convert(text: str, rule: str, *, unsafe: bool = False) -> str:
    """Return a text after the fixes of one rule, made until none is left."""
    for _ in range(10):
        manuscript = read_manuscript(parse_text(text), "133-a.yaml", outlets=OUTLETS)
        fixed = apply_fixes(text, run_rules(manuscript, select=[rule]), unsafe=unsafe).text
        if fixed == text:
            return text
        text = fixed
    raise AssertionError(text)


def issue(body: str, sources: str = SOURCES) -> str:
    return "number: 133\ndate: 2023-05-12\n" + around(body, sources)


def parts_of(text: str) -> list[list[tuple[str, str, str]]]:
    """Return source, prefix and locator of every part of every group."""
    manuscript = read_manuscript(parse_text(text), "133-a.yaml", outlets=OUTLETS)
    resolve = manuscript.resolver.resolve
    return [
        [(resolve(each).key, each.prefix, each.locator) for each in group.citations]
        for item in manuscript.items
        for group in item.groups
    ]


def printed(text: str) -> list[str]:
    """Return what stands in each parenthesis of the edition."""
    manuscript = read_manuscript(parse_text(text), "133-a.yaml", outlets=OUTLETS)
    formatter = CitationFormatter(manuscript, manuscript.read_issue, {}, AMERICAN)
    return [
        "; ".join(part.words for part in formatter.format_group(item, group).parts)
        for item, group in _groups(manuscript)
    ]


def _groups(manuscript: Manuscript) -> list[tuple[ItemText, Group]]:
    return [(item, group) for item in manuscript.items for group in item.groups]


@pytest.mark.parametrize("words", [(), ("C",), ("C1",), ("C11",), ("C10",)])
def test_opt_in_rules_run_only_when_selected_by_name(words: tuple[str, ...]) -> None:
    settings_ = read(around("a")).publication.validation
    chosen = {rule.name for rule in choose_rules(settings_, select=words)}
    assert not chosen & {TYPED, KEYED}
    assert TYPED in {rule.name for rule in choose_rules(settings_, select=("c109",))}
    assert KEYED in {rule.name for rule in choose_rules(settings_, select=(KEYED,))}


@pytest.mark.parametrize(
    ("typed", "keyed"),
    [
        ("A (NYT, May 10).", "A [@nyt]."),
        ("A (New York Times, May 29, 2021, p. 3; see NYT, May 10).", "A [@old, p. 3; see @nyt]."),
        ("A (China Daily, February 20a and 20b).", "A [@cd1; @cd2]."),
        ("A (NYT, Jane Doe, May 29, 2021).", "A [@old]."),
        ("A (GAO, undated; BBC, March 2022).", "A [@gao; @month]."),
        ("A (NYT, May 29).", "A [@old]."),
        ("A (NYT, 10 May; see BBC, 03/2022).", "A [@nyt; see @month]."),
        ("A (May 10, NYT).", "A [@nyt]."),
        ("A (NYT 10/05/2023, NYT 29/05/2021).", "A [@nyt; @old]."),
        ("A (NYT, Wednesday, may 10; BBC, February-March 2022).", "A [@nyt; @month]."),
        ("A (NYT, May 8–12; GAO, n.d.).", "A [@nyt; @gao]."),
        ("A (Jane Doe, NYT, May 29).", "A (Jane Doe, NYT, May 29)."),
        # What cannot be said with a key, or would be read as something else, stays.
        ("A (China Daily, February 20).", "A (China Daily, February 20)."),
        ("A (e.g., NYT, May 10).", "A (e.g., NYT, May 10)."),
        ("A (NYT, Jane Doe, May 10).", "A (NYT, Jane Doe, May 10)."),
        ("A (RFA, July 23, 2021).", "A (RFA, July 23, 2021)."),
        ("A (NYT, May 10; in Spanish).", "A (NYT, May 10; in Spanish)."),
    ],
)
def test_typed_groups_become_keyed_ones_where_nothing_is_lost(typed: str, keyed: str) -> None:
    assert convert(issue(typed), TYPED) == issue(keyed)


@pytest.mark.parametrize(
    ("keyed", "typed"),
    [
        ("A [@nyt].", "A (NYT, May 10)."),
        ("A [see @old, p. 3; @nyt].", "A (see NYT, May 29, 2021, p. 3; NYT, May 10)."),
        ("A [@cd2; @cd1].", "A (China Daily, February 20b; China Daily, February 20a)."),
        ("A [@gao; @month].", "A (GAO, undated; BBC, March 2022)."),
        ("A [compare @nyt].", "A [compare @nyt]."),
        ("A [@nyt, the whole page].", "A [@nyt, the whole page]."),
        ("A [@none].", "A [@none]."),
        ("A [@nobody].", "A [@nobody]."),
        ("A (as [@nyt] says).", "A (as [@nyt] says)."),
        ("A [@nyt] and [@nobody].", "A (NYT, May 10) and [@nobody]."),
    ],
)
def test_keyed_groups_become_typed_ones_where_nothing_is_lost(keyed: str, typed: str) -> None:
    assert convert(issue(keyed), KEYED) == issue(typed)


@pytest.mark.parametrize(
    ("body", "rule", "why"),
    [
        ("A (China Daily, February 20).", TYPED, "2 sources match “China Daily, February 20”"),
        ("A (NYT, Jane Doe, May 10).", TYPED, "its source does not name “Jane Doe” as author"),
        ("A (BBC, December 3).", TYPED, "“BBC, December 3” has no source, and none can be added"),
        ("A (NYT, May 10 report).", TYPED, "there is no place for “report”"),
        ("A (“Kiel,” NYT, May 10).", TYPED, "there is no place for ““Kiel,””"),
        ("A (NYT, May 10; in Spanish).", TYPED, "not every part of it is a citation"),
        ("A (BBC; NYT, May 10).", TYPED, "“BBC” has no date"),
        ("A (RFA, May 10–12).", TYPED, "“RFA, May 10–12” has no source, and none can be added"),
        ("A (CISA Alert AA22-110A).", TYPED, "“CISA, Alert AA22-110A” has no source, and none can be added"),
        ("A [@nobody].", KEYED, "there is no source `nobody`"),
        ("A [@none].", KEYED, "source `none` has no date"),
        ("A [compare @nyt].", KEYED, "the other form would be read differently"),
    ],
)
def test_unconverted_groups_are_reported_with_a_reason(body: str, rule: str, why: str) -> None:
    found = run_rules(read_manuscript(parse_text(issue(body)), "133-a.yaml", outlets=OUTLETS), select=[rule])
    [message] = [each.finding.message for each in found if each.name == rule]
    assert message.endswith(f"cannot be converted: {why}")


def test_a_fix_that_adds_a_source_is_unsafe() -> None:
    text = issue("A (RFA, July 23, 2021; NYT, May 10).", "")
    assert convert(text, TYPED) == text
    done = convert(text, TYPED, unsafe=True)
    assert "A [@rfa-2021-07-23; @nyt-2023-05-10]." in done
    assert done.endswith("  nyt-2023-05-10:\n    outlet: NYT\n    date: 2023-05-10\n")


@pytest.mark.parametrize(
    ("typed", "keyed"),
    [
        ("body: Words (NYT, May 10).", "body: Words [@nyt]."),
        ("body: 'It’s ''so'' (NYT, May 10).'", "body: 'It’s ''so'' [@nyt].'"),
        ('body: "A \\u201cword\\u201d (NYT,\\\n    \\ May 10)."', 'body: "A \\u201cword\\u201d [@nyt]."'),
        ("body: >-\n    Words (NYT,\n    May 10).", "body: >-\n    Words [@nyt]."),
        ("body: (NYT, May 10) says so.", "body: (NYT, May 10) says so."),
    ],
)
def test_each_way_of_writing_a_value_is_kept(typed: str, keyed: str) -> None:
    head = "number: 133\ndate: 2023-05-12\nfeature:\n  title: A\n  author: B\n  "
    assert convert(f"{head}{typed}\n{SOURCES}", TYPED) == f"{head}{keyed}\n{SOURCES}"


def test_an_apostrophe_is_written_as_the_quotation_marks_need_it() -> None:
    head = "number: 133\ndate: 2023-05-12\nfeature:\n  title: A\n  author: B\n  body: "
    sources = 'sources:\n  a: {outlet: "Editors\' Post", date: 2023-05-10}\n'
    assert convert(f"{head}'Words [@a].'\n{sources}", KEYED) == f"{head}'Words (Editors'' Post, May 10).'\n{sources}"


PIECES = st.sampled_from([
    "Words ", "“quoted.” ", "(NYT, May 10) ", "(NYT, May 29) ", "(China Daily, February 20b; GAO, undated) ",
    "([@nyt]) ", "[see @old, p. 3; @nyt] ", "(BBC, March 2022, p. 3) ", "[@cd1] ", "[@nobody] ",
    "(China Daily, February 20) ", "\n\n", "(cf. NYT, May 10)", "[a](https://e.org)", "`[@nyt]` ", ": ",
    "(RFA, July 23, 2021) ", "[e.g., @gao]", "雄安 ", "(10 May, NYT) ", "(NYT, 5/29/2021; BBC, 3/2022) ",
    "(BBC; NYT, May 10) ",
    "(BBC) ", "(NYT, May 10; in Spanish) ", "(NYT, May 10 report) ",
])  # fmt: skip


@settings(max_examples=80)
@given(st.lists(PIECES, max_size=8).map("".join), st.sampled_from([(TYPED, KEYED), (KEYED, TYPED)]))
def test_there_and_back_every_part_keeps_its_source_and_its_printed_form(body: str, way: tuple[str, str]) -> None:
    text = issue(f"Start. {body}")
    there = convert(text, way[0])
    back = convert(there, way[1])
    assert parts_of(text) == parts_of(there) == parts_of(back)
    assert printed(text) == printed(there) == printed(back)
    assert convert(there, way[0]) == there
    assert back.endswith(SOURCES)


def test_newsletter_133_is_printed_alike_in_both_forms() -> None:
    typed = shared_file("newsletter-133/133-typed.yaml").read_text(encoding="utf-8")
    keyed = shared_file("newsletter-133/133-keyed.yaml").read_text(encoding="utf-8")
    there = convert(typed, TYPED)
    assert parts_of(there) == parts_of(keyed)
    assert there.count("[@") == 21
    assert printed(there) == printed(typed) == printed(keyed)
    assert convert(there, KEYED) == typed
    assert parts_of(convert(keyed, KEYED)) == parts_of(keyed)


def test_converting_newsletter_133_brings_no_new_report() -> None:
    typed = shared_file("newsletter-133/133-typed.yaml").read_text(encoding="utf-8")

    def codes(text: str) -> list[str]:
        found = run_rules(read_manuscript(parse_text(text), "133-a.yaml", outlets=OUTLETS))
        return sorted(each.code for each in found)

    assert set(codes(convert(typed, TYPED))) <= set(codes(typed))
    # Only typed groups are told that they are out of order.
    assert set(codes(convert(convert(typed, TYPED), KEYED))) == set(codes(typed))
