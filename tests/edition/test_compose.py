"""An edition holds everything that is printed, finished, and nothing else."""

import pytest

from briefgen.edition.compose import PlacedPicture, make_edition
from briefgen.edition.edition import Edition
from briefgen.edition.language_runs import find_runs
from briefgen.manuscript import read_manuscript
from briefgen.model import Crop, Outlet, Outlets, parse_publication
from briefgen.yamltext import parse_text
from tests.edition.words import edit_issue, json_strings

ISSUE = """\
number: 133
date: 2023-05-12
summary: |
  Two cities
  part ways.
image: {file: images/kiel.jpg, alt: " Ferries  at\u00a0dusk ", caption: The 雄安 quay, credit: Jane Doe}
feature:
  title: "Kiel  Waits for 雄安"
  deck: Why
  authors:
    - {name: Flora, bio: Flora writes., url: https://e.org/flora}
    - Bo
  body: Words [@twice; @dead].
  image: {file: images/lost.jpg, alt: x}
briefs:
  - title: Two
    author: Cy
    language: ja
    body: 東京 [@twice].
sources:
  read: {outlet: RFA, date: undated, accessed: 2023-05-11, background: true}
  twice: {outlet: Xinhua, date: 2021-05-29, title: 标题, language: zh-Hans, translated_title: Title, author: Li}
  dead:
    {outlet: NYT, date: 2023-05-10, url: https://e.org/a, dead: true,
    archived: {url: https://web.archive.org/a, date: 2023-05-11}}
  unused: {outlet: BBC, date: 2023-05-10}
corrections:
  - {date: 2023-05-15, text: "An *earlier* version"}
"""
PUBLICATION = """\
name: " China Watch "
tagline: t
publisher: House
url: https://e.org
logo: images/logo.png
build: {theme: {accent: "#0b5c4a"}}
"""
OUTLETS = Outlets(
    (
        Outlet(id="xinhua", name="Xinhua", ownership="state"),
        Outlet(id="nyt", name="NYT", ownership="private"),
        Outlet(id="twitter", name="Twitter", kind="social"),
    )
)
PICTURES: dict[tuple[str, Crop | None], PlacedPicture] = {
    ("images/kiel.jpg", None): PlacedPicture("images/kiel.jpg", 800, 600),
    ("images/logo.png", None): PlacedPicture("images/logo.png", 90, 30),
}


def made(text: str = ISSUE, *, style: str = "{}", is_draft: bool = False) -> Edition:
    publication = parse_publication(parse_text(PUBLICATION + f"style: {style}\n")).record
    assert publication is not None
    manuscript = read_manuscript(parse_text(text), "133-kiel.yaml", publication=publication, outlets=OUTLETS)
    return make_edition(manuscript, slug="133-kiel", pictures=PICTURES, is_draft=is_draft)


def test_the_masthead_is_the_publications() -> None:
    masthead = made().masthead
    assert (masthead.name, masthead.tagline, masthead.publisher, masthead.language) == (
        "China Watch",
        "t",
        "House",
        "en",
    )
    assert (masthead.number_label, masthead.date, masthead.date_long) == ("No. 133", "2023-05-12", "May 12, 2023")
    assert masthead.logo is not None


def test_titles_and_summaries_are_single_lines() -> None:
    edition = made(is_draft=True)
    assert edition.title == "China Watch 133: Kiel Waits for 雄安"
    assert edition.summary == "Two cities part ways."
    assert edition.feature.title_html.html == 'Kiel Waits for <span lang="zh-Hans">雄安</span>'
    assert edition.is_draft
    assert edition.theme == (("accent", "#0b5c4a"),)


def test_a_picture_is_printed_where_there_is_one() -> None:
    edition = made()
    assert edition.lead is not None
    assert (edition.lead.alt, edition.lead.credit.markdown, edition.lead.width) == (
        "Ferries at\u00a0dusk",
        "Jane Doe",
        800,
    )
    assert edition.lead.caption.html == 'The <span lang="zh-Hans">雄安</span> quay'
    assert edition.feature.pictures == ()


def test_everyone_who_wrote_an_item_is_named() -> None:
    edition = made()
    assert [(author.name, author.bio.html, author.url) for author in edition.feature.authors] == [
        ("Flora", "Flora writes.", "https://e.org/flora"),
        ("Bo", "", ""),
    ]
    assert [author.name for author in edition.briefs[0].authors] == ["Cy"]
    assert [item.id for item in edition.items] == ["feature", "brief-1"]


def test_an_item_may_set_the_language_of_its_han_characters() -> None:
    assert str(made().briefs[0].html).startswith('<p><span lang="zh-Hant">東京</span>')


def test_cited_sources_are_listed_in_the_order_of_their_citation_then_background() -> None:
    twice, dead, read = made().sources
    assert [source.id for source in (twice, dead, read)] == ["source-1", "source-2", "source-3"]
    assert (twice.outlet.html, twice.outlet_label, twice.date, twice.date_iso) == (
        "Xinhua",
        "state media",
        "May 29, 2021",
        "2021-05-29",
    )
    assert (twice.title.html, twice.title_language, twice.translated_title.html, twice.author.html) == (
        "标题",
        "zh-Hans",
        "Title",
        "Li",
    )
    assert (dead.url, dead.archived_url, dead.archived_date) == ("https://web.archive.org/a",) * 2 + ("May 11, 2023",)
    assert (read.outlet_label, read.date, read.date_iso, read.accessed) == ("", "undated", "", "May 11, 2023")


def test_the_house_may_leave_state_media_without_a_label() -> None:
    assert {source.outlet_label for source in made(style="{state_media: ignore}").sources} == {""}


def test_an_undated_source_with_a_letter_reads_as_its_citation_does() -> None:
    edition = edit_issue(
        "[@a] [@b]", sources="sources: {a: {outlet: GAO, date: undated}, b: {outlet: GAO, date: undated}}\n"
    )
    assert [source.date for source in edition.sources] == ["undated a", "undated b"]
    assert "GAO, undated a" in edition.feature.html


def test_a_correction_has_its_emphasis_and_no_html() -> None:
    [correction] = made().corrections
    assert (correction.date_long, str(correction.html)) == ("May 15, 2023", "An <em>earlier</em> version")
    assert (correction.markdown, correction.text) == ("An *earlier* version", "An earlier version")


def test_structured_data_has_authors_citations_and_dates() -> None:
    data = made().json_ld
    texts = set(json_strings(dict(data)))
    assert {"NewsArticle", "2023-05-12", "2023-05-15", "标题", "House", "Flora", "133"} <= texts
    assert "" not in texts
    assert "deck" not in data


def test_an_issue_that_could_not_be_read_has_no_edition() -> None:
    manuscript = read_manuscript(parse_text("number: x"), "133.yaml")
    with pytest.raises(ValueError, match="could not be read has no sources and no edition"):
        make_edition(manuscript, slug="133", pictures={})
    with pytest.raises(ValueError, match="could not be read"):
        _ = manuscript.resolver


def test_a_post_is_cited_with_its_author() -> None:
    sources = 'sources: {a: {outlet: Twitter, author: "@mfa", date: 2020-04-21}}\n'
    assert "@mfa on Twitter, April 21, 2020" in edit_issue("[@a]", sources=sources, outlets=OUTLETS).feature.html


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Xi in 雄安新区。", [("雄安新区。", "zh-Hans")]),
        ("臺灣 and 台湾", [("臺灣", "zh-Hant"), ("台湾", "zh-Hans")]),
        ("“台独”分裂", [("台独”分裂", "zh-Hans")]),
        ("カタカナ、東京", [("カタカナ、東京", "ja")]),
        ("한국 2023 한국", [("한국 2023 한국", "ko")]),
        ("plain", []),
    ],
)
def test_foreign_runs_have_their_language(text: str, runs: list[tuple[str, str]]) -> None:
    assert [(text[run.start : run.end], run.language) for run in find_runs(text)] == runs


@pytest.mark.parametrize(
    ("settings", "faces"),
    [
        ("language: en", "Source Serif, Source Sans and Noto Serif"),
        ("language: ar-LB", "Source Serif, Source Sans and Amiri"),
        ("build: {theme: {serif: '\"Lora\", serif', sans: Arial}}", "Lora, Arial and Noto Serif"),
    ],
)
def test_the_colophon_names_the_faces_in_use(settings: str, faces: str) -> None:
    publication = parse_publication(parse_text(settings + "\n")).record
    assert publication is not None
    manuscript = read_manuscript(parse_text(ISSUE), "133-kiel.yaml", publication=publication, outlets=OUTLETS)
    assert make_edition(manuscript, slug="133-kiel", pictures=PICTURES).set_in == f"Set in {faces}."


def test_it_was_modified_on_the_day_of_its_last_correction_that_readers_see() -> None:
    assert made().modified == "2023-05-15"
    text = ISSUE + "  - {date: 2023-05-13, text: Another.}\n  - {date: 2023-05-20, text: A comma., minor: true}\n"
    edition = made(text)
    assert edition.modified == "2023-05-15"
    assert edition.json_ld["dateModified"] == "2023-05-15"
    assert [each.text for each in edition.corrections] == ["An earlier version", "Another."]
    assert made(ISSUE.partition("corrections:")[0]).modified == "2023-05-12"
