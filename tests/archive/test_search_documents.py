"""What the search gets of an issue: its words, with spaces between ideographs, and what it is filtered by."""

import re

from msgspec.structs import replace

from briefgen.archive.entry import EntryPicture
from briefgen.archive.search_documents import find_filters, make_document
from tests.archive.site import make_issue, make_site, make_source

HEAD = "<!doctype html><html><head><title>T</title><style>@font-face { src: url(data:,AA) }</style></head>"
ISSUE = make_issue(7, "2024-01-05", make_source("k"), make_source("l", outlet_id="fp", outlet='F & "P"'))
OUTLETS = {"nyt": "NYT", "fp": 'F & "P"'}


def make(body: str) -> str:
    return make_document(ISSUE, f"{HEAD}<body>{body}</body></html>".encode(), OUTLETS).decode()


def words(document: str) -> str:
    return re.sub("<[^>]+>", "", document.partition("</head>")[2])


def facts(document: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'data-pagefind-\w+="(\w+)\[content\]" content="([^"]*)"', document):
        found.setdefault(name, []).append(value)
    return found


def test_each_ideograph_is_a_word() -> None:
    assert words(make("in 雄安新区 (かな), 大<em>學</em>生 A股.")) == "in 雄 安 新 区 (か な), 大 學 生 A 股."


def test_hangul_and_latin_words_stay_as_they_are() -> None:
    assert words(make("서울 시청, Xiong’an")) == "서울 시청, Xiong’an"


def test_tags_stay_as_they_are() -> None:
    assert '<a title="雄安" href="x">雄 安 </a>' in make('<a title="雄安" href="x">雄安</a>')


def test_what_is_escaped_stays_escaped() -> None:
    assert words(make("&lt;script&gt;&amp;lt;")) == "&lt;script&gt;&amp;lt;"


def test_styles_are_left_out() -> None:
    assert "font-face" not in make("x")


def test_an_issue_is_filtered_by_its_year_sections_and_outlets() -> None:
    found = facts(make("x"))
    assert found["year"] == ["2024"]
    assert found["outlet"] == ["F &amp; &#34;P&#34;", "NYT"]
    assert found["date"] == ["2024-01-05", "2024-01-05"]
    assert "section" not in found


def test_a_result_shows_title_and_picture() -> None:
    entry = replace(ISSUE, picture=EntryPicture("7-issue/images/a.jpg", "A", 640, 480))
    found = facts(make_document(entry, HEAD.encode(), OUTLETS).decode())
    assert found["title"] == ["Issue of 2024-01-05"]
    assert found["summary"] == ["Summary 7"]
    assert (found["image"], found["width"], found["height"]) == (["7-issue/images/a.jpg"], ["640"], ["480"])


def test_the_filters_offer_what_all_issues_have() -> None:
    brief = replace(ISSUE.items[1], section="Asia")
    other = replace(
        make_issue(6, "2023-01-05", make_source("m", outlet="New York Times")), items=(ISSUE.items[0], brief)
    )
    filters = find_filters(make_site(ISSUE, other))
    assert filters.years == ("2024", "2023")
    assert filters.sections == ("Asia",)
    assert filters.outlets == ('F & "P"', "NYT")
