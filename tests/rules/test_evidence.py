"""What the rules on evidence say beyond the examples in their documentation."""

import pytest

from briefgen.rules import run_rules
from tests.rules.issues import around, read, said_of

QUOTED = "He called it “the gate of the north.” "
BARE = "Work began in 2013 and stopped twice because the dikes sank. " * 6
CITED = "It opened (NYT, May 8)."
SELECTED = tuple(f"E10{number}" for number in range(1, 8))


def codes(body: str, *, is_analysis: bool = False) -> list[str]:
    issue = around(body)
    issue = issue.replace("  author", "  analysis: true\n  author") if is_analysis else issue
    return [each.code for each in run_rules(read(issue), select=SELECTED) if each.code in SELECTED]


def said(body: str) -> list[str]:
    return [line.partition(" warning ")[2] for line in said_of(around(body))]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (QUOTED + CITED, []),
        (CITED + " " + QUOTED, ["E103"]),
        (CITED + " " + QUOTED + "[See](https://example.org/a).", []),
        (CITED + " Ten percent is 10 percent.", ["E104"]),
        (CITED + " “Ten percent is 10 percent of it.”", ["E103"]),
        (CITED + " Of 3,000 pages, 12 of 30 are blank, and it cost $40M.", ["E104"]),
        (f"{CITED}\n\n{BARE}", ["E102"]),
        (f"{CITED}\n\n## Three Scenarios\n\n{BARE}", []),
        (f"{CITED}\n\n{BARE}{QUOTED}A third, or 33 percent, sank.", ["E103", "E104"]),
        (CITED + " The probability is 10 percent.", []),
        (CITED + "\n\n- **It breaks through (10%)**: nobody knows how.", []),
        (CITED + "\n\n- It lost 10 percent (10%) of its trade.", ["E104"]),
        (CITED + "\n\nThey lost 10 percent (Harbour Gazette).", []),
        (CITED + "\n\n## Sources\n\n- Harbour Gazette, Trade Lost 10 Percent, or 10 percent", []),
        (f"{CITED}\n\n" + "Whoever thinks about it long enough will think again. " * 8, []),
        (f"{CITED}\n\n- {BARE}", []),
        (f"{QUOTED}Ten percent is 10 percent.", ["E101"]),
        ("Words.", []),
        (f"{QUOTED}It opened (NYT 8 May).", []),
        (f"{CITED} {QUOTED}https://www.reuters.com/a", []),
        (f"{CITED} {QUOTED}[See][1].\n\n[1]: https://example.org/a", []),
        (f"{CITED} {QUOTED}[See](https://x.com/a/status/1).", ["E103"]),
        (f"{CITED} {QUOTED}[See](https://t.co/a).", ["E103"]),
        (f"{CITED} {QUOTED}[See](mailto:a@example.org).", ["E103"]),
        (f"{CITED} {QUOTED}[See](https://mobile.instagram.com:443/a).", ["E103"]),
        (f"{QUOTED}[See](https://x.com/a/status/1).", ["E101"]),
        (f"{QUOTED}It opened (BBC).", []),
        (f"{CITED}\n\n{BARE}\n\nCritics argue that it sinks, and “experts say so.”", ["E102", "E105"]),
        (f"{CITED} He said “that many experts argue against it”.", ["E103"]),
        (f"Critics argue that it sinks. {CITED}", []),
        (f"{CITED} The critics of 1913 are dead.", []),
        (f"{CITED} A painting of some worth.", []),
    ],
)
def test_a_group_covers_the_text_before_it_and_a_link_its_paragraph(body: str, found: list[str]) -> None:
    assert codes(body) == found


@pytest.mark.parametrize(
    ("body", "is_said"),
    [
        ("Critics say that it sinks.", True),
        (f"Critics say that it sinks. {CITED}", False),
        (f"{CITED} Critics say that it sinks.", False),
        (f"{CITED}\n\nCritics say that it sinks.", False),
        (f"Critics say that it sinks.\n\n- {CITED}", False),
        (f"{CITED}\n\nIt is deep.\n\nCritics say that it sinks.", True),
        ("[Incident 7](https://x.com/a/status/1): port reportedly sinks", False),
        ("[Port](https://example.org/7)\n\n- **What?** It reportedly sinks.\n- It is deep.", False),
        ("[Port](https://example.org/7)\n\n- It is deep.\n- It reportedly sinks.", True),
        ("- [Port reportedly sinks](https://example.org/7)", False),
        ("- <https://example.org/7>\n- It reportedly sinks.", False),
        ("- [See][1]\n- It reportedly sinks.\n\n[1]: https://example.org/7", False),
        ("[Mail us](mailto:a@example.org): it reportedly sinks.", True),
        ("## Port Reportedly Sinks\n\nIt is deep.", False),
    ],
)
def test_a_link_or_a_citation_nearby_answers_for_nobody(body: str, is_said: bool) -> None:  # noqa: FBT001
    assert ("E105" in codes(body)) == is_said


def test_an_issue_that_cites_nothing_is_reported_once() -> None:
    second = f"briefs:\n  - title: Two\n    body: {BARE}\n"
    [found] = [each for each in run_rules(read(around(BARE, second)), select=["E101"]) if each.code == "E101"]
    assert found.finding.message == "none of the 2 items cites anything"
    assert len(found.finding.related) == 1


def test_analysis_answers_for_figures_and_nobodies_and_not_for_quotations() -> None:
    body = f"{CITED}\n\n{BARE}{QUOTED}\n\nCritics say 10 percent."
    assert codes(body) == ["E103", "E105", "E104"]
    assert codes(body, is_analysis=True) == ["E103"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("He told the NYT that it holds.", ["NYT"]),
        ("He told the NYT Monday that it holds.", ["NYT"]),
        ("As Xinhua reported, it holds.", ["Xinhua"]),
        ("Xinhua’s reporters slept. *China Daily* also reported it, and China Daily said it again.", ["China Daily"]),
        ("He told the NYT, and told Xinhua.", ["NYT", "Xinhua"]),
        ("It was supported by the NYT.", []),
        ("He told Anna Berg, who reported it. Old Xinhua Berg reported it too.", []),
        ("“He told the NYT all of it,” she sang.", []),
        ("It said so.", []),
    ],
)
def test_an_outlet_with_a_verb_of_speech_is_a_source(words: str, found: list[str]) -> None:
    heard = [
        line.split(" is the stated")[0] for line in said(f"{words}\n\nIt opened (BBC, May 8).") if "stated" in line
    ]
    assert heard == found


@pytest.mark.parametrize(
    ("group", "help_"),
    [
        ("(NYT, May 8)", "in its own sentence"),
        ("(NYT, May 8; BBC, May 8)", "two sources follow"),
        ("(" + "; ".join(f"NYT, May {day}" for day in range(1, 9)) + ")", "8 sources follow"),
    ],
)
def test_a_far_citation_says_how_many_sources_it_holds(group: str, help_: str) -> None:
    found = run_rules(read(around(f"{QUOTED}One. Two. Three {group}.")), select=["E107"])
    assert [help_ in each.finding.help for each in found] == [True]


def test_a_long_quotation_is_near_where_it_ends() -> None:
    assert codes("He said, “It holds. It will hold. It has held. It must hold” (NYT, May 8).") == []
    assert codes("He said, “It holds well enough.” That is all (NYT, May 8). One. Two. Three.") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("The BBC reported it in [a story](https://www.bbc.com/news/a).", []),
        ("The BBC reported it in [a story][1].\n\n[1]: https://www.bbc.co.uk/news/a", []),
        ("The BBC reported it: https://www.bbc.com/news/a", []),
        ("The BBC reported it ([NYT](https://www.nytimes.com/a)).", ["BBC"]),
        # Nobody knows whose page it is.
        ("The BBC reported it in [a story](https://example.org/a).", []),
        ("The BBC reported it in [a post](https://t.co/a).", ["BBC"]),
        ("He told the BBC: “[It is late](https://www.bbc.com/news/a).”", []),
        ("The BBC reported it (BBC).", []),
    ],
)
def test_a_link_cites_the_outlet_of_its_domain(body: str, found: list[str]) -> None:
    heard = [line.split(" is the stated")[0] for line in said(f"{body}\n\nIt opened (NYT, May 8).") if "stated" in line]
    assert [line.rpartition(" ")[2] for line in heard] == found


def test_a_link_to_the_newsletter_itself_is_no_evidence_and_one_to_a_source_is() -> None:
    body = f"{CITED} {QUOTED}[See](https://harbor.example/132)."
    own = said_of(around(body), "E103", publication="{url: 'https://www.harbor.example'}")
    assert len(own) == 1
    beside = f"{CITED} {QUOTED}[See](https://docs.harbor.example/132)."
    assert said_of(around(beside), "E103", publication="{url: 'https://www.harbor.example'}") == []
    assert said_of(around(body), "E103") == []
    listed = around(
        f"{CITED} {QUOTED}[See](https://x.com/a/status/1).",
        "sources:\n  a: {outlet: X, date: 2023-05-08, url: https://x.com/a/status/1}\n",
    )
    assert said_of(listed, "E103") == []


@pytest.mark.parametrize(
    ("link", "is_vague"),
    [
        ("[here](https://www.reuters.com/a)", True),
        ("([here](https://www.reuters.com/a))", False),
        ("([here](https://x.com/a))", True),
        (
            "[one](https://www.reuters.com/a), [two](https://www.bbc.com/a), and [more](https://www.nytimes.com/a)",
            False,
        ),
    ],
)
def test_a_link_that_stands_as_a_citation_may_say_little(link: str, is_vague: bool) -> None:  # noqa: FBT001 - an expected value
    found = run_rules(read(around(f"The bill passed {link}.")), select=["A102"])
    assert ("A102" in [each.code for each in found]) is is_vague
