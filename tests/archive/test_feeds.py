"""Feeds: which there are, what identifies their entries, and what readers get to see."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from briefgen.edition.edition import Edition
from briefgen.model import Feeds, Publication
from briefgen.render.losses import check_mail
from tests.archive.feeding import HOME, LANG, find_links, find_texts, make_files, read_atom, read_contents, read_json
from tests.render.editions import compose, compose_issue

ISSUE = """\
number: 7
date: 2026-03-06
summary: One ship, three harbours.
image: {file: images/cranes.png, alt: Cranes, caption: "Seen [@gazette]"}
feature:
  title: A *Dredger* & 港口
  deck: Why
  author: {name: Jane Doe, url: "https://jane.example/", bio: Jane sails.}
  body: |
    Words [@gazette]. A table of one.[^n]

    ![Logo](images/logo.png "A logo")

    [^n]: A note with *emphasis*.
briefs:
  - {title: Silt, section: The Harbours, body: "Words [@fleet].", author: Bo Li}
  - {title: Mud, section: the harbours, body: Words.}
sources:
  gazette: {outlet: The New York Times, date: 2026-01-14, title: Mud, url: "https://gazette.example/mud?a=1&b=2"}
  fleet: {outlet: Fleet List, date: undated, print: true}
"""
CORRECTION = """\
corrections:
  - {date: 2026-03-09, text: "An *earlier* version", item: Silt}
  - {date: 2026-03-08, text: "A name, see [@fleet]"}
"""
PAGE = f"{HOME}7-a-dredger/"


def edition(number: int = 7, *, slug: str = "", text: str = ISSUE, date: str = "") -> Edition:
    text = text.replace("number: 7", f"number: {number}").replace("2026-03-06", date or "2026-03-06")
    made = compose_issue(text)
    return replace(made, slug=slug or f"{number}-a-dredger")


def test_there_is_a_feed_of_the_issues_and_one_for_each_section_and_author() -> None:
    paths = {path for path in make_files(edition()) if path.endswith(".xml")}
    assert paths == {
        "feed.xml",
        "feeds/sections/the-harbours.xml",
        "feeds/authors/jane-doe.xml",
        "feeds/authors/bo-li.xml",
    }
    assert {path.replace(".xml", ".json") for path in paths} < set(make_files(edition()))


def test_there_are_none_without_an_address() -> None:
    assert make_files(edition(), url="") == {}


def test_both_formats_say_the_same() -> None:
    files = make_files(edition(text=ISSUE + CORRECTION))
    for path in {path.rpartition(".")[0] for path in files}:
        atom, feed = read_atom(files[f"{path}.xml"]), read_json(files[f"{path}.json"])
        items = feed["items"]
        assert find_texts(atom, "title") == [feed["title"]]
        assert find_texts(atom, "entry/id") == [item["id"] for item in items]
        assert find_texts(atom, "entry/title") == [item["title"] for item in items]
        assert find_texts(atom, "entry/published") == [item["date_published"] for item in items]
        assert find_texts(atom, "entry/updated") == [
            item.get("date_modified", item["date_published"]) for item in items
        ]
        assert find_texts(atom, "entry/author/name") == [
            person["name"] for item in items for person in item.get("authors", ())
        ]
        assert find_links(atom, "self") == [feed["feed_url"].replace(".json", ".xml")]
        assert find_links(atom, "alternate") == [feed["home_page_url"], feed["feed_url"]]
    assert read_contents(files)


def test_a_feed_names_the_newsletter_its_language_and_who_publishes_it() -> None:
    publication = Publication(name="Desk & Co", tagline="Weekly", publisher="Press")
    files = make_files(edition(), publication=publication)
    atom, feed = read_atom(files["feed.xml"]), read_json(files["feed.json"])
    assert (atom.get(LANG), feed["language"]) == ("en", "en")
    assert find_texts(atom, "title") == ["Desk & Co"]
    assert find_texts(atom, "subtitle") == [feed["description"]] == ["Weekly"]
    assert find_texts(atom, "author/name") == ["Press"]
    assert find_texts(atom, "icon") == [feed["favicon"]] == [f"{HOME}assets/icon.svg"]
    author = read_json(files["feeds/authors/jane-doe.json"])
    assert (author["title"], author["home_page_url"]) == ("Jane Doe | Desk & Co", f"{HOME}authors/jane-doe/")
    assert author["authors"] == [{"name": "Jane Doe", "url": "https://jane.example/"}]


def test_an_entry_has_summary_categories_picture_and_authors() -> None:
    files = make_files(edition())
    (item,) = read_json(files["feed.json"])["items"]
    assert item["title"] == "A Dredger & 港口"
    assert item["summary"] == "One ship, three harbours."
    assert item["tags"] == ["The Harbours"]
    assert [each["name"] for each in item["authors"]] == ["Jane Doe", "Bo Li"]
    assert item["image"] == f"{PAGE}images/cranes.png"
    (entry,) = read_atom(files["feed.xml"]).findall("{*}entry")
    assert [each.get("term") for each in entry.findall("{*}category")] == item["tags"]
    assert find_links(entry, "enclosure") == [item["image"]]
    assert find_links(entry, "alternate") == [PAGE]


def test_the_content_is_the_whole_issue_with_addresses_that_work_elsewhere() -> None:
    (html,) = read_contents(make_files(edition()), ["feed"])
    for words in (
        f'<img src="{PAGE}images/cranes.png" alt="Cranes" width="1600" height="800"><figcaption>Seen ',
        '(<a href="https://gazette.example/mud?a=1&amp;b=2">The New York Times, January 14</a>)',
        f'<img src="{PAGE}images/logo.png" alt="Logo"',
        f'<a href="{PAGE}#feature-note-1">1</a>',
        '<li value="1">A note with <em>emphasis</em>.</li>',
        "<h2>The Harbours</h2>",
        "<h3>Silt</h3>",
        f'(<a href="{PAGE}#source-2">Fleet List, undated</a>)',
        "<small>Jane sails.</small>",
        f'<p><a href="{PAGE}#sources">Sources</a></p>',
    ):
        assert words in html
    assert html.count("<h2>") == 1
    assert 'href="#' not in html
    assert " id=" not in html
    assert html.index("A note") < html.index("Silt") < html.index("Mud")


@pytest.mark.parametrize("citations", ["inline", "notes"])
def test_no_words_and_no_picture_of_an_issue_are_missing(citations: str) -> None:
    body = (
        (Path(__file__).parents[1] / "render/body.md").read_text(encoding="utf-8").format(*["[@gazette; @fleet]"] * 9)
    )
    made = compose(body, CORRECTION.replace(", item: Silt", ""), publication=f"{{style: {{citations: {citations}}}}}")
    for each in (made, compose_issue(ISSUE + CORRECTION)):
        (html,) = read_contents(make_files(each), ["feed"])
        check_mail(f"<h1>{each.feature.title_html}</h1>{html}", each)


def test_cells_are_aligned_without_a_style_sheet() -> None:
    table = '| a |\n    | -: |\n    | 1 |\n\n    `<td class="align-left">`'
    (html,) = read_contents(make_files(edition(text=ISSUE.replace("Words [@gazette].", table, 1))), ["feed"])
    assert '<th align="right" scope="col">a</th>' in html
    assert 'align="left"' not in html


def test_an_item_is_an_entry_in_the_feeds_of_its_section_and_author() -> None:
    files = make_files(edition())
    section = read_json(files["feeds/sections/the-harbours.json"])
    assert [(item["title"], item["url"]) for item in section["items"]] == [
        ("Silt", f"{PAGE}#brief-1"),
        ("Mud", f"{PAGE}#brief-2"),
    ]
    (item,) = read_json(files["feeds/authors/jane-doe.json"])["items"]
    assert item["image"] == f"{PAGE}images/cranes.png"
    assert "Silt" not in item["content_html"]
    assert "image" not in section["items"][0]


def test_a_correction_is_an_update_with_its_text() -> None:
    files = make_files(edition(text=ISSUE + CORRECTION))
    (item,) = read_json(files["feed.json"])["items"]
    assert (item["date_published"], item["date_modified"]) == ("2026-03-06T12:00:00Z", "2026-03-09T12:00:00Z")
    assert "<strong>March 9, 2026</strong> An <em>earlier</em> version" in item["content_html"]
    assert find_texts(read_atom(files["feed.xml"]), "updated") == ["2026-03-09T12:00:00Z"]


def test_a_correction_of_one_item_is_no_update_of_another_but_one_of_the_issue_may_be() -> None:
    files = make_files(edition(text=ISSUE + CORRECTION))
    silt, mud = read_json(files["feeds/sections/the-harbours.json"])["items"]
    assert (silt["date_modified"], mud["date_modified"]) == ("2026-03-09T12:00:00Z", "2026-03-08T12:00:00Z")
    assert "earlier" in silt["content_html"]
    assert "earlier" not in mud["content_html"]
    assert f'A name, see <span class="cite">(<a href="{PAGE}#source-2">' in mud["content_html"]


def test_an_identifier_stays_when_title_and_address_of_an_issue_change() -> None:
    before = read_json(make_files(edition())["feed.json"])["items"][0]
    changed = edition(text=ISSUE.replace("A *Dredger*", "Two Dredgers"), slug="7-two-dredgers")
    after = read_json(make_files(changed)["feed.json"])["items"][0]
    assert before["id"] == after["id"] == "tag:news.example.org,2026:/desk/7"
    assert before["url"] != after["url"]


def test_identifiers_stay_when_the_website_moves_if_it_says_where_it_stood() -> None:
    moved = "https://desk.example.com/"
    files = make_files(edition(), url=moved, feeds=Feeds(first_url=HOME))
    assert find_texts(read_atom(files["feed.xml"]), "id") == [HOME]
    (item,) = read_json(files["feed.json"])["items"]
    assert (item["id"], item["url"]) == ("tag:news.example.org,2026:/desk/7", f"{moved}7-a-dredger/")


def test_two_issues_of_one_number_have_two_identifiers() -> None:
    files = make_files(edition(slug="7-b"), edition(slug="7-a"))
    assert {item["id"] for item in read_json(files["feed.json"])["items"]} == {
        "tag:news.example.org,2026:/desk/7",
        "tag:news.example.org,2026:/desk/7/7-b",
    }


def test_a_feed_has_the_newest_and_what_was_corrected_since() -> None:
    old = edition(1, date="2026-02-01", text=ISSUE + CORRECTION)
    editions = [old, *(edition(number, date=f"2026-03-0{number}") for number in (2, 3, 4))]
    files = make_files(*editions, feeds=Feeds(entries=2))
    assert [item["url"] for item in read_json(files["feed.json"])["items"]] == [
        f"{HOME}1-a-dredger/",
        f"{HOME}4-a-dredger/",
    ]


def test_a_feed_keeps_its_address_when_another_author_gets_a_name_that_is_spelled_alike() -> None:
    first, second = edition(1, date="2026-02-01"), edition(text=ISSUE.replace("Jane Doe", "Jane Dóe"))
    files = make_files(second, first)
    assert read_json(files["feeds/authors/jane-doe.json"])["authors"][0]["name"] == "Jane Doe"
    assert any(path.startswith("feeds/authors/jane-doe-") for path in files)


def test_an_item_in_another_language_and_direction_says_so() -> None:
    text = ISSUE.replace("{title: Silt,", "{title: طمي, language: ar,")
    files = make_files(edition(text=text))
    arabic = read_json(files["feeds/sections/the-harbours.json"])["items"][0]
    assert arabic["language"] == "ar"
    assert '<div lang="ar" dir="rtl">' in arabic["content_html"]
    assert '<h3 lang="ar">' in read_json(files["feed.json"])["items"][0]["content_html"]


def test_the_same_issues_give_the_same_bytes_in_any_order() -> None:
    one, other = edition(1, date="2026-02-01"), edition()
    assert make_files(one, other) == make_files(other, one)


@pytest.mark.parametrize("entries", [0, 501])
def test_a_feed_without_entries_is_refused(entries: int) -> None:
    with pytest.raises(ValueError, match="expected a number from 1 to 500"):
        Feeds(entries=entries)
