"""The entry of an issue has all that the archive shows of it, and comes back from bytes as it was."""

from briefgen.archive.entry import Entry, decode_entry, encode_entry, make_entry
from briefgen.citations.source_identity import identify
from tests.render.editions import compose_issue

ISSUE = """\
number: 7
date: 2026-03-06
summary: One ship, three harbours.
image: {file: images/cranes.png, alt: Cranes, caption: "Seen [@gazette]"}
feature:
  title: A *Dredger* for 港口
  deck: Why [@ribao]
  author: {name: Jane Doe, url: "https://jane.example/"}
  body: Words [@gazette; @ribao]. More [@gazette].
briefs:
  - title: Silt
    section: Harbours
    body: Words [@gazette].
sources:
  gazette: {outlet: The New York Times, date: 2026-01-14, title: Mud, url: "http://www.gazette.example/mud?utm_source=x"}
  ribao: {outlet: Gangkou Ribao, date: 2025-11, title: 港口, translated_title: Harbour, language: zh-Hans}
  fleet: {outlet: Fleet List, date: undated, print: true, background: true}
corrections:
  - {date: 2026-03-09, text: "An *earlier* version"}
"""


def made() -> Entry:
    return make_entry(compose_issue(ISSUE))


def test_an_entry_has_the_head_of_the_issue() -> None:
    entry = made()
    assert (entry.number, entry.date, entry.modified, entry.year) == ("7", "2026-03-06", "2026-03-09", "2026")
    assert (entry.title, entry.summary) == ("A Dredger for 港口", "One ship, three harbours.")
    assert "<em>Dredger</em>" in entry.feature.title
    assert entry.picture is not None
    assert (entry.picture.path, entry.picture.width) == ("7-a-dredger/images/cranes.png", 1600)
    assert [(item.anchor, item.section, len(item.authors)) for item in entry.items] == [
        ("feature", "", 1),
        ("brief-1", "Harbours", 0),
    ]
    assert [(each.date, each.text) for each in entry.corrections] == [("2026-03-09", "An earlier version")]


def test_an_issue_without_a_lead_picture_shows_the_first_of_its_feature() -> None:
    text = ISSUE.replace(ISSUE[ISSUE.index("image:") : ISSUE.index("feature:")], "")
    assert make_entry(compose_issue(text)).picture is None
    picture = make_entry(compose_issue(text.replace("  deck:", "  image: {file: images/logo.png, alt: x}\n  deck:")))
    assert picture.picture is not None
    assert picture.picture.path == "7-a-dredger/images/logo.png"


def test_an_entry_says_which_items_cite_a_source_and_how_often() -> None:
    gazette, ribao, fleet = made().sources
    assert gazette.cited_in == ("", "feature", "feature", "brief-1")
    assert ribao.cited_in == ("feature", "feature")
    assert (fleet.cited_in, fleet.date) == ((), "")
    assert (gazette.outlet_id, gazette.outlet, gazette.url) == (
        "nyt",
        "The New York Times",
        "http://www.gazette.example/mud?utm_source=x",
    )
    assert (ribao.outlet_id, ribao.title_language, ribao.translated_title) == ("gangkou ribao", "zh-Hans", "Harbour")


def test_a_source_has_what_identifies_it_in_all_issues() -> None:
    gazette, ribao, fleet = (source.identity for source in made().sources)
    assert gazette == identify("https://gazette.example/mud", "nyt", "2026-01-14", "Mud")
    assert ribao == identify("", "gangkou ribao", "2025-11", "港口")
    assert fleet == ("", "")


def test_a_dead_source_is_the_same_work_as_before_it_died() -> None:
    alive = 'url: "http://www.gazette.example/mud?utm_source=x"}'
    dead = alive[:-1] + ', dead: true, archived: {url: "https://web.archive.org/a", date: 2026-03-01}}'
    source = make_entry(compose_issue(ISSUE.replace(alive, dead))).sources[0]
    assert (source.identity, source.url) == (made().sources[0].identity, "https://web.archive.org/a")


def test_an_entry_survives_being_encoded() -> None:
    entry = made()
    again = decode_entry(encode_entry(entry))
    assert again == entry
    assert encode_entry(again) == encode_entry(entry)
    # A plain string would be escaped in a template.
    assert type(again.feature.title) is type(entry.feature.title)
