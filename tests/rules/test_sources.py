"""What the rules on sources, names, access and mail say beyond the examples in their documentation."""

import pytest

from briefgen.compile.shipped_outlets import load_shipped_outlets
from briefgen.manuscript import read_manuscript
from briefgen.model import Outlets, Publication, Style
from briefgen.rules import run_rules
from briefgen.yamltext import apply_edits, parse_text
from tests.rules.issues import HEAD, around, fixed, said_of

OUTLETS = load_shipped_outlets()


def said(text: str, code: str, *, outlets: Outlets = OUTLETS, publication: Publication | None = None) -> list[str]:
    manuscript = read_manuscript(parse_text(text + HEAD), "133.yaml", outlets=outlets, publication=publication)
    assert manuscript.issue is not None, manuscript.faults
    found = [each for each in run_rules(manuscript, select=[code]) if each.code == code]
    return [f"{each.severity} {each.finding.message}" for each in found]


def of_source(source: str, code: str) -> list[str]:
    return said(around("Words.", f"sources:\n  a: {{{source}}}\n"), code)


@pytest.mark.parametrize(
    ("source", "code", "expected"),
    [
        ("outlet: NYT, url: 'https://nytimes.com/2023/may/08/a', date: 2023-05-10", "C205", "May 10"),
        ("outlet: NYT, url: 'https://nytimes.com/2023/05/08/a', date: 2023-05-09", "C205", ""),
        ("outlet: NYT, url: 'https://nytimes.com/2023/04/a', date: 2023-05-09", "C205", "says April"),
        ("outlet: NYT, url: 'https://nytimes.com/2023/04/a', date: 2023-05-01", "C205", ""),
        ("outlet: NYT, url: 'https://nytimes.com/2023/13/45/a', date: 2023-05-01", "C205", ""),
        ("outlet: NYT, url: 'https://nytimes.com/2023/02/30/a', date: 2023-02-10", "C205", ""),
        ("outlet: NYT, url: 'https://nytimes.com/2023-foo-12/a', date: 2023-02-10", "C205", ""),
        ("outlet: NYT, url: 'https://nytimes.com/1955/02/10/a', date: 2023-02-10", "C205", ""),
        ("outlet: NYT, url: 'https://nytimes.com/2023/05/08/a', date: 2023-05", "C205", ""),
        ("outlet: NYT, url: 'https://www.google.com/url?q=a', date: 2023-05-10", "C304", "google.com hides"),
        ("outlet: NYT, url: 'https://www.google.com/about', date: 2023-05-10", "C304", ""),
        ("outlet: NYT, url: 'https://www-nytimes-com.translate.goog/a', date: 2023-05-10", "C304", "hides"),
        ("outlet: NYT, url: 'https://example.org/?id=4', date: 2023-05-10", "C305", ""),
        ("outlet: NYT, url: 'https://nytimes.com/index.html', date: 2023-05-10", "C305", "front page"),
        ("outlet: ABC News, url: 'https://abcnews.go.com/a', date: 2023-05-10", "C404", ""),
        ("outlet: ABC News, url: 'https://example.org/a', date: 2023-05-10", "C404", "“ABC News”"),
        ("outlet: Twitter, date: 2023-05-10", "C405", "without its author"),
        ("outlet: Nobody’s Gazette, date: 2023-05-10", "C402", "“Nobody’s Gazette”"),
        ("outlet: Die Welt, title: Kiel wartet, date: 2023-05-10", "C408", "“Kiel wartet”"),
        ("outlet: NYT, title: Kiel wartet, language: de, date: 2023-05-10", "C408", "“Kiel wartet”"),
        ("outlet: NYT, title: Kiel Waits, date: 2023-05-10", "C408", ""),
        ("outlet: Die Welt, title: Why Kiel Waits for the Ferry, date: 2023-05-10", "C408", ""),
        ("outlet: Die Welt, title: Kiel, url: 'https://www.welt.de/en/kiel', date: 2023-05-10", "C408", ""),
        ("outlet: Die Welt, title: Kiel, url: 'https://english.welt.de/kiel', date: 2023-05-10", "C408", ""),
        ("outlet: Die Welt, title: Kiel, url: 'https://www.welt.de/in-en-aus', date: 2023-05-10", "C408", "“Kiel”"),
    ],
)
def test_a_source_is_judged_by_its_address_and_its_outlet(source: str, code: str, expected: str) -> None:
    found = of_source(source, code)
    assert len(found) == bool(expected)
    assert expected in "".join(found)


@pytest.mark.parametrize(
    ("body", "code", "expected"),
    [
        ("Words.\n\nTitle\n===\n\nWords.\n\nTitle\n---\n\nWords.", "A103", ""),
        ("| | |\n| --- | --- |\n| a | b |", "A103", "table has no header"),
        ("Rare (丂囕) and (国國).", "A104", "丂囕"),
        ("The ABC News (ABC News, April 22, 2020).", "C404", "“ABC News”"),
        ("The “state (Xinhua) word” and RTX.", "C407", ""),
        ("The RTX and then RT spoke.", "C407", "1 first mention"),
        ("The cruiser CNS Lhasa and the Seoul Economic Daily.", "C407", ""),
        ("The Economic Daily said so.", "C407", "1 first mention"),
        ("The US and the US and the U.S. and more.", "N103", "“U.S.” here, “US” 2 times"),
        ("The US waits. The US again. Ask the U.S.", "N103", "“U.S.” here, “US” 2 times"),
        ("The Joint Staff Office (JSO) and the Joint Staff Office (JSO).", "N102", "a second time"),
        ("The JSO is new. The Joint Staff Office (JSO) is old. Unlike this (XYZ).", "N102", ""),
        ("Xiong’an (雄安) and Xiong’an (熊安).", "N107", "“Xiong’an” is glossed"),
        ("Lower (雄安). Upper (雄安).", "N107", "is used for both Lower and Upper"),
        ("Lower (雄安). Lower (雄安).", "N107", "a second time"),
        ("Lower (国國).", "N107", "mixes simplified"),
        ("Lower (雄安) [sic]. Upper (雄安).", "N107", ""),
        ("A sister-city tie and a sister city plan.", "N105", ""),
        ("A sister-city tie, a sister city tie, a sister city tie.", "N105", "(2 open, 1 hyphenated)"),
        ("Mr Romaszko met Romanszko [sic] and Marinova met Marusova.", "N104", ""),
        ("Mr Fishers met Fisherss and fishers.", "N104", ""),
        ("Mr Romaszko met Romanszko while Romaszko met Romanszko.", "N104", ""),
        ("It waits (NYT, May 8). The Order (PTQ) and the Kiel Board (QKB) met the XQZ or an XQZ.", "N101", "“XQZ”"),
        ("The risk is QUIT: nobody should quit.", "N101", ""),
        ("The XQZ met; known as XQZ. The BEACON spoke. The QQR [sic] left.", "N101", ""),
        ("> A quotation “in one”.\n\nThe US “spoke of the US.\n\nThe U.S.", "N103", "“US” here"),
    ],
)
def test_a_body_is_judged_by_its_words(body: str, code: str, expected: str) -> None:
    found = said(around(body + "\n"), code)
    assert len(found) == bool(expected), found
    assert expected in "".join(found)


def test_a_source_that_names_its_outlet_in_full_decides_who_is_cited() -> None:
    text = around("Words (ABC News, April 22, 2020).", "sources:\n  a: {outlet: ABC Australia, date: 2020-04-22}\n")
    assert said(text, "C404") == []


@pytest.mark.parametrize(
    ("link", "left", "is_safe"),
    [
        ("[it](https://kiel.de/a?utm_source=chatgpt.com)", "[it](https://kiel.de/a)", True),
        ("[it](https://kiel.de/a?fbclid=1&id=4 'Kiel')", "[it](https://kiel.de/a?id=4 'Kiel')", True),
        ("<https://kiel.de/a?utm_source=notes>", "<https://kiel.de/a>", False),
        ("[it][k]\n\n[k]: https://kiel.de/a?fbclid=1", "[it][k]\n\n[k]: https://kiel.de/a", True),
    ],
)
def test_links_in_texts_lose_their_tracking_parameters(link: str, left: str, is_safe: bool) -> None:  # noqa: FBT001
    text = around(f"Words on {link}")
    manuscript = read_manuscript(parse_text(text + HEAD), "133.yaml", outlets=OUTLETS)
    [found] = [each for each in run_rules(manuscript, select=["C303"]) if each.code == "C303"]
    assert found.finding.fix is not None
    assert found.finding.fix.is_safe == is_safe
    changed = apply_edits(manuscript.document.text, found.finding.fix.edits)
    assert changed == manuscript.document.text.replace(link.replace("\n", "\n    "), left.replace("\n", "\n    "))


def test_an_address_in_code_or_with_other_parameters_is_left_alone() -> None:
    text = around("Try `https://kiel.de/a?fbclid=1`, or [this](https://kiel.de/a?id=1).\n")
    assert said(text, "C303") == []


def test_a_link_past_a_paywall_keeps_its_key() -> None:
    assert said(around("Try [this](https://medium.com/p/a?sk=fbfc4b).\n"), "C303") == []
    assert len(said(around("Try [this](https://medium.com/p/a?source=x&sk=fbfc4b).\n"), "C303")) == 1


@pytest.mark.parametrize(
    ("host", "count"), [("kiel.de", 0), ("www.kiel.de", 0), ("shop.kiel.de", 2), ("lübeck.de", 2), ("", 2)]
)
def test_a_house_may_count_its_own_readers(host: str, count: int) -> None:
    address = f"https://{host or 'bonn.de'}/a?utm_source=letter"
    text = around(f"[Here]({address}).\n", f"sources:\n  a: {{outlet: NYT, date: 2023-05-10, url: '{address}'}}\n")
    publication = Publication(url="https://www.kiel.de/" if host else None)
    assert len(said(text, "C303", publication=publication)) == count


def test_an_empty_register_knows_no_outlet_and_misses_none() -> None:
    text = around("Words.", "sources:\n  a: {outlet: NYT, date: 2023-05-10}\n")
    assert said(text, "C402", outlets=Outlets()) == []


def test_a_house_may_leave_state_media_without_a_label() -> None:
    publication = Publication(style=Style(state_media="ignore"))
    assert said(around("Xinhua spoke.\n"), "C407", publication=publication) == []


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("?utm_source=x#top", "#top"),
        ("?id=4&utm_source=x&p=2", "?id=4&p=2"),
        ("?utm_a=1&utm_b=2&id=4&fbclid=3", "?id=4"),
        ("?&&smid=1", ""),
    ],
)
def test_only_tracking_parameters_are_removed(query: str, left: str) -> None:
    text = around("Words.", f"sources:\n  a: {{outlet: NYT, date: 2023-05-10, url: 'https://nytimes.com/a{query}'}}\n")
    manuscript = read_manuscript(parse_text(text + HEAD), "133.yaml", outlets=OUTLETS)
    [found] = [each for each in run_rules(manuscript, select=["C303"]) if each.code == "C303"]
    assert found.finding.fix is not None
    assert f"https://nytimes.com/a{left}'" in apply_edits(manuscript.document.text, found.finding.fix.edits)


def test_links_that_track_make_one_report() -> None:
    body = "[One](https://www.nytimes.com/a?smid=tw), [two](https://www.nytimes.com/b?smid=tw)."
    [line] = said_of(around(body), "C303")
    assert line == "5:11 C303 warning 2 links with tracking parameters"
    assert "[One](https://www.nytimes.com/a), [two](https://www.nytimes.com/b)." in fixed(around(body), "C303")


@pytest.mark.parametrize(
    ("cited", "listed", "is_told"),
    [
        ("NYT", ("The New York Times",), False),
        ("The New York Times", ("NYT",), True),
        ("New York Times", ("The New York Times",), True),
        ("NYT", ("The New York Times", "New York Times"), True),
    ],
)
def test_an_abbreviation_of_the_name_in_all_sources_is_no_variant(
    cited: str, listed: tuple[str, ...], *, is_told: bool
) -> None:
    sources = "".join(
        f"  k{day}: {{outlet: {name}, date: 2023-05-0{day}}}\n" for day, name in enumerate(listed, start=1)
    )
    text = around(f"It waits ({cited}, May 1).", f"sources:\n{sources}")
    assert (said(text, "C401") != []) is is_told
