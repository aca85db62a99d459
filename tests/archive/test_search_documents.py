"""What the search gets of an issue: the words of its items, with spaces between ideographs, and what filters them."""

import re

from msgspec.structs import replace

from briefgen.archive.entry import Entry, EntryPicture
from briefgen.archive.search_documents import find_filters, make_documents
from tests.archive.site import make_issue, make_site, make_source

HEAD = "<!doctype html><html><head><title>T</title><style>@font-face { src: url(data:,AA) }</style></head>"
ISSUE = make_issue(7, "2024-01-05", make_source("k"), make_source("l", outlet_id="fp", outlet='F & "P"'))
OUTLETS = {"nyt": "NYT", "fp": 'F & "P"'}


def make_all(body: str, entry: Entry = ISSUE) -> dict[str, str]:
    documents = make_documents(entry, f"{HEAD}<body>{body}</body></html>".encode(), OUTLETS)
    return {anchor: document.decode() for anchor, document in documents}


def make(body: str) -> str:
    return make_all(body)["feature"]


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


def test_styles_and_pictures_are_left_out() -> None:
    assert "font-face" not in make("x")
    assert "kiel.jpg" not in make('x <img src="images/kiel.jpg" alt="Kiel"> y')


def test_what_is_not_divided_into_items_is_filtered_by_year_sections_and_outlets_of_the_issue() -> None:
    found = facts(make("x"))
    assert found["year"] == ["2024"]
    assert found["outlet"] == ["F &amp; &#34;P&#34;", "NYT"]
    assert found["date"] == ["2024-01-05", "2024-01-05 9999"]
    assert "section" not in found


ITEMS = """\
<nav><a href="#brief-1">Brief one</a></nav>
<article id="feature"><h2 id="feature-title">Feature</h2><p>Mud</p></article>
<section class="briefs"><h2 id="asia">Asia</h2>
<article class="brief" id="brief-1"><h3 id="brief-1-title">Brief one</h3><article>Inner</article><p>雄安</p></article>
<article class="brief" id="brief-2"><h3 id="brief-2-title">Brief two</h3></article></section>
<section><p>Corrected</p></section>
<section><h2 id="sources">Sources</h2><ol><li id="source-1">One</li><li id="source-2">Two <ul><li>x</li></ul></li>
<li id="source-3">Three</li><li id="source-4">Four</li></ol></section>
"""


def divided() -> Entry:
    feature, brief = ISSUE.items
    return replace(
        ISSUE,
        items=(feature, replace(brief, section="Asia"), replace(brief, anchor="brief-2", section="Europe")),
        sources=(
            make_source("a", number=1, cited_in=("feature", "brief-1")),
            make_source("b", number=2, cited_in=("brief-1",), outlet_id="fp"),
            make_source("c", number=3, cited_in=("",)),
            make_source("d", number=4, cited_in=()),
        ),
    )


def test_each_item_is_a_document_with_the_sources_that_it_cites() -> None:
    found = {anchor: "".join(words(document).split()) for anchor, document in make_all(ITEMS, divided()).items()}
    assert found == {
        "brief-1": "BriefoneInner雄安SourcesOneTwox",
        "brief-2": "Brieftwo",
        "feature": "BriefoneFeatureMudAsiaCorrectedSourcesOneThreeFour",
    }


def test_each_item_is_filtered_by_what_is_its_own() -> None:
    found = {anchor: facts(document) for anchor, document in make_all(ITEMS, divided()).items()}
    assert found["brief-1"]["outlet"] == ["F &amp; &#34;P&#34;", "NYT"]
    assert found["feature"]["outlet"] == ["NYT"]
    assert "outlet" not in found["brief-2"]
    # Sections are shown and filtered by.
    assert found["brief-1"]["section"] == ["Asia", "Asia"]
    assert found["brief-2"]["section"] == ["Europe", "Europe"]
    assert "section" not in found["feature"]
    assert all(each["year"] == ["2024"] for each in found.values())
    assert ("summary" in found["brief-1"], "summary" in found["feature"]) == (False, True)


def test_a_brief_without_an_element_of_its_own_belongs_to_the_feature() -> None:
    documents = make_all(ITEMS.replace(' id="brief-1"', ""), divided())
    assert set(documents) == {"feature", "brief-2"}
    assert "Inner" in words(documents["feature"])
    assert facts(documents["feature"])["section"] == ["Asia"]
    assert facts(documents["feature"])["outlet"] == ["F &amp; &#34;P&#34;", "NYT"]


def test_a_result_shows_title_and_picture() -> None:
    entry = replace(ISSUE, picture=EntryPicture("7-issue/images/a.jpg", "A", 640, 480))
    found = facts(make_all("", entry)["feature"])
    assert found["title"] == ["Issue of 2024-01-05"]
    assert found["summary"] == ["Summary 7"]
    [picture] = found["picture"]
    assert bytes.fromhex(picture) == b"7-issue/images/a.jpg\n640\n480"


def test_the_filters_offer_what_all_issues_have() -> None:
    brief = replace(ISSUE.items[1], section="Asia")
    other = replace(
        make_issue(6, "2023-01-05", make_source("m", outlet="New York Times")), items=(ISSUE.items[0], brief)
    )
    filters = find_filters(make_site(ISSUE, other))
    assert filters.years == ("2024", "2023")
    assert filters.sections == ("Asia",)
    assert filters.outlets == ('F & "P"', "NYT")
