"""The pages of the site: what they show, where they lead, and which of them a changed issue changes."""

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape

import pytest
from markupsafe import Markup
from msgspec.structs import replace

from briefgen.archive.archive import Archive, make_archive
from briefgen.archive.entry import EntryCorrection
from briefgen.archive.paging import split_pages
from briefgen.archive.search_documents import find_filters
from briefgen.archive.works import find_outlets, find_works
from briefgen.citations.source_identity import Identity
from briefgen.languages import load_language
from briefgen.model import AMERICAN, Language
from briefgen.model.moved import MovedIssue
from tests.archive.site import HEAD, changed, make_issue, make_site, make_source, plan, render


def words(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.partition("<main")[2])).split())


def test_the_index_has_the_latest_issues_and_links_to_all_years() -> None:
    entries = [make_issue(number, f"{2000 + number // 12}-01-{number % 28 + 1:02}") for number in range(1, 61)]
    page = render(make_site(*entries), "index.html")
    assert page.count('<article class="card') == 24
    assert page.index("Summary 60") < page.index("Summary 37")
    assert "Summary 36" not in page
    assert re.findall(r'href="years/(\d+)/index.html"', page) == ["2005", "2004", "2003", "2002", "2001", "2000"]
    assert "Summary 36" in render(make_site(*entries), "years/2003/index.html")


def test_the_index_of_two_thousand_issues_stays_small() -> None:
    entries = [make_issue(number, f"{1985 + number // 52}-01-01", title="Some words " * 5) for number in range(2000)]
    archive = make_site(*entries)
    files = plan(archive)
    assert len(files["index.html"].make()) < 200_000
    assert all(len(files[path].make()) < 200_000 for path in ("years/2000/index.html", "sitemap.xml"))


def test_a_page_leads_from_a_folder_to_the_site() -> None:
    page = render(make_site(make_issue(7, "2024-01-05", make_source("k"))), "outlets/nyt/index.html")
    assert 'href="../../7-issue/index.html#feature"' in page
    assert 'href="../../assets/page-1.css"' in page
    assert '<link rel="canonical" href="https://harbor.example/news/outlets/nyt/">' in page


def test_titles_and_names_are_escaped() -> None:
    hostile = '<script>"&'
    source = make_source("k", title=hostile, outlet=hostile, author=hostile, outlet_id="x y", translated_title=hostile)
    archive = make_site(make_issue(7, "2024-01-05", source, title=hostile, authors=(hostile,)))
    pages = [file.make().decode() for path, file in plan(archive).items() if path.endswith(".html")]
    assert len(pages) == 9
    assert not any("<script>" in page for page in pages)


def test_a_source_of_two_issues_is_one_work_with_all_that_cite_it() -> None:
    archive = make_site(
        make_issue(7, "2024-01-05", make_source("k", cited_in=("feature", "feature", "brief-1"))),
        make_issue(8, "2024-02-05", make_source("j", number=1), make_source("k", number=2, cited_in=())),
    )
    works = {work.title + work.since: work for work in find_works(archive)}
    work = works["Mud2024-01-05"]
    assert [(each.number_label, each.anchor, each.count) for each in work.cited] == [
        ("No. 8", "source-2", 0),
        ("No. 7", "feature", 2),
        ("No. 7", "brief-1", 1),
    ]
    [outlet] = find_outlets(find_works(archive), archive.language)
    assert (outlet.citations, len(outlet.works), outlet.issues) == (4, 2, 2)
    assert (outlet.first.date, outlet.last.date) == ("2024-01-05", "2024-02-05")
    shown = words(render(archive, "outlets/nyt/index.html"))
    assert "No. 7, Issue of 2024-01-05 ×2, 2024-01-05" in shown.replace(" ,", ",")
    assert "Most cited" in render(archive, "sources/index.html")


def test_an_outlet_is_called_as_issues_call_it_most_often() -> None:
    full = "The New York Times"
    archive = make_site(
        make_issue(7, "2024-01-05", make_source("a", outlet=full)),
        make_issue(8, "2024-02-05", make_source("b", outlet=full), make_source("c", outlet="NYT", number=2)),
    )
    assert {work.outlet for work in find_works(archive)} == {full}
    assert full in words(render(archive, "outlets/nyt/index.html"))
    assert find_filters(archive).outlets == (full,)


def test_few_works_are_listed_on_one_page_and_many_by_their_years_only(monkeypatch: pytest.MonkeyPatch) -> None:
    archive = make_site(
        make_issue(7, "2024-01-05", make_source("k")), make_issue(8, "2024-02-05", make_source("k"), make_source("j"))
    )
    few = render(archive, "sources/index.html")
    assert few.count('<li class="work"') == 3
    ids = re.findall(r'id="(w-[^"]+)"', few)
    assert len(ids) == len(set(ids)) == 1
    monkeypatch.setattr("briefgen.archive.source_pages.PAGE", 1)
    assert render(archive, "sources/index.html").count('<li class="work"') == 1


def own_pages(archive: Archive) -> list[str]:
    return [path for path in plan(archive) if re.match("sources/w-", path)]


def test_a_work_that_several_issues_cite_has_a_page_of_all_that_cite_it() -> None:
    source = make_source(
        "k", title="港口", title_language="zh", translated_title="Harbor", author="Bo Li", url="https://nyt.example/mud",
        cited_in=("feature", "feature", "brief-1"),
    )  # fmt: skip
    archive = make_site(
        make_issue(7, "2024-01-05", source, make_source("j", number=2)),
        make_issue(8, "2024-02-05", replace(source, cited_in=())),
        make_issue(9, "2024-03-05", replace(source, cited_in=("feature",))),
    )
    [path] = own_pages(archive)
    page = render(archive, path)
    assert "<title>NYT, “港口” | Harbor Notes</title>" in page
    assert f'<link rel="canonical" href="https://harbor.example/news/{path.removesuffix("index.html")}">' in page
    assert '<cite lang="zh">港口</cite>' in page
    assert '<a class="outlet" href="../../outlets/nyt/index.html">NYT</a>' in page
    assert '<a href="https://nyt.example/mud">nyt.example/mud</a>' in page
    shown = words(page)
    facts = "Harbor NYT , Bo Li, January 2, 2024 nyt.example/mud Citations 4 Issues 3"
    assert f"{facts} First cited 2024-01-05 Last cited 2024-03-05 Cited in" in shown
    assert re.findall(r'<p class="title"><a href="../../([^"]+)">([^<]+)</a>(?: <span class="count">(..))?', page) == [
        ("9-issue/index.html#feature", "Issue of 2024-03-05", ""),
        ("8-issue/index.html#source-1", "Sources", ""),
        ("7-issue/index.html#feature", "Issue of 2024-01-05", "×2"),
        ("7-issue/index.html#brief-1", "Brief", ""),
    ]
    for other in ("sources/index.html", "sources/2024/index.html", "outlets/nyt/index.html"):
        assert set(re.findall(r'href="[./]*(sources/w-[^"]+)"', render(archive, other))) == {path}, other
    assert f"<loc>https://harbor.example/news/{path.removesuffix('index.html')}</loc>" in render(archive, "sitemap.xml")


def test_the_descriptions_of_pages_have_the_colon_of_the_language() -> None:
    source = make_source("k")
    issues = (make_issue(7, "2024-01-05", source), make_issue(8, "2024-02-05", source))
    archive = make_archive(HEAD, load_language("fr"), issues, ())
    [path] = own_pages(archive)
    assert 'content="NYT, «\u00a0Mud\u00a0», 2\u00a0janvier 2024. Cité dans\u00a0: No. ' in render(archive, path)
    assert '\u00a0: Two ports">' in render(archive, "years/2024/index.html")


def test_the_page_of_a_work_has_the_corrections_of_what_cites_it() -> None:
    def correct(item: str, html: Markup) -> EntryCorrection:
        return EntryCorrection("2024-02-01", "February 1", html, "", item)

    corrections = (
        correct("feature", Markup('See <a href="#source-1">there</a>')),
        correct("brief-1", Markup("Other")),
        correct("", Markup("All")),
    )  # fmt: skip
    archive = make_site(
        replace(make_issue(7, "2024-01-05", make_source("k")), corrections=corrections),
        make_issue(8, "2024-02-05", make_source("k")),
    )
    [path] = own_pages(archive)
    page = render(archive, path)
    assert (
        '<time datetime="2024-02-01">February 1</time> See <a href="../../7-issue/index.html#source-1">there</a>'
        in page
    )
    assert "Other" not in page
    assert page.count('<p class="correction">') == 2
    assert page.count(">Corrections<") == 1


def test_the_page_of_a_work_without_title_is_named_after_its_date() -> None:
    archive = make_site(*(make_issue(number, "2024-01-05", make_source("k", title="", url="")) for number in (7, 8)))
    [path] = own_pages(archive)
    assert "<h1>NYT, January 2, 2024</h1>" in render(archive, path)


def test_the_address_of_a_work_stays_whatever_later_issues_say_of_it() -> None:
    plain = replace(make_source("", title="Mud"), identity=Identity("", "nyt 2024 mud"))
    full = replace(plain, identity=Identity("nyt.example/mud", "nyt 2024 mud"))
    old = (make_issue(7, "2024-01-05", plain), make_issue(8, "2024-02-05", plain))
    before = own_pages(make_site(*old))
    assert len(before) == 1
    assert own_pages(make_site(*old, make_issue(9, "2024-03-05", full, replace(full, anchor="source-2")))) == before
    other = replace(plain, identity=Identity("nyt.example/other", "nyt 2024 mud"))
    issues = (*old, make_issue(9, "2024-03-05", full), make_issue(10, "2024-04-05", full, other))
    assert set(own_pages(make_site(*issues))) > set(before)


def test_a_list_grows_with_its_works_and_not_with_how_often_they_are_cited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgen.archive.source_pages.CITING_PAGE", 10)
    archive = make_site(*(make_issue(number, f"2024-01-{number:02}", make_source("k")) for number in range(1, 31)))
    listed = render(archive, "outlets/nyt/index.html").partition('<ul class="cited">')[2]
    assert re.findall(r"(\d+)-issue/", listed) == ["30", "29", "28", "27"]
    assert "Citations 30 , Issues 30" in words(f"<main{listed}")
    paths = own_pages(archive)
    assert [path.partition("/")[2].partition("/")[2] for path in paths] == [
        "index.html", "page-2/index.html", "page-1/index.html",
    ]  # fmt: skip
    assert all(render(archive, path).count('<p class="flag">') == 10 for path in paths)
    older = render(archive, paths[2])
    assert 'href="../../../1-issue/index.html#feature"' in older
    assert "First cited 2024-01-01 Last cited 2024-01-30" in words(older)


def test_the_pages_of_works_are_as_many_as_works_that_issues_share() -> None:
    """Each issue has two sources of its own and one of the issue before it."""
    for count in (50, 100):
        keys = {number: (f"{number}a", f"{number}b", f"{number - 1}a") for number in range(1, count + 1)}
        issues = [
            make_issue(number, f"{2000 + number // 12}-01-01", *(make_source(key, number=1) for key in listed))
            for number, listed in keys.items()
        ]
        archive = make_site(*issues)
        assert len(own_pages(archive)) == count - 1
        assert all(len(render(archive, path)) < 6_000 for path in own_pages(archive)[:3])


HANZI = "".join(bytes((high, low)).decode("gb2312") for high in (0xB0, 0xB1) for low in range(0xA1, 0xFF))


def show_title(title: str, language: Language = AMERICAN) -> str:
    archive = make_site(make_issue(7, "2024-01-05", make_source("k", title=title)))
    return render(replace(archive, language=language), "outlets/nyt/index.html")


@pytest.mark.parametrize(("word", "family"), [("港口", "Noto Serif SC"), ("항구", "Noto Serif KR"), ("ميناء", "Amiri")])
def test_a_page_brings_fonts_for_its_foreign_words(word: str, family: str) -> None:
    page = show_title(word)
    [rules] = re.findall("<style>(.*?)</style>", page, re.DOTALL)
    assert f'font-family:"{family}"' in rules
    digest = b64encode(sha256(rules.encode()).digest()).decode()
    assert f"style-src 'self' file: 'sha256-{digest}'; font-src 'self' file: data:;" in page


@pytest.mark.parametrize("title", ["Mud – “Müll” № 1", HANZI])
def test_a_page_without_foreign_words_or_with_very_many_brings_none(title: str) -> None:
    page = show_title(title)
    assert "<style" not in page
    assert "style-src 'self' file:; font-src 'self' file:;" in page
    assert "<style>" in show_title(HANZI[:80])


def test_a_newsletter_in_a_foreign_script_leaves_its_words_to_the_fonts_of_its_readers() -> None:
    assert "<style" not in show_title("港口", replace(AMERICAN, tag="zh-Hans"))


def test_an_author_has_a_page_of_their_items() -> None:
    archive = make_site(
        make_issue(7, "2024-01-05", authors=("Ana Reyes",)), make_issue(8, "2024-02-05", authors=("ANA REYES", "Bo Li"))
    )
    assert {path for path in plan(archive) if path.startswith("authors/")} == {
        "authors/index.html",
        "authors/ana-reyes/index.html",
        "authors/bo-li/index.html",
    }
    page = render(archive, "authors/ana-reyes/index.html")
    assert page.index("8-issue") < page.index("7-issue")


def test_names_that_would_share_a_folder_get_one_each() -> None:
    archive = make_site(make_issue(7, "2024-01-05", authors=("Bo Li", "Bo-Li", "李波", "…")))
    paths = {path for path in plan(archive) if path.startswith("authors/")}
    assert len(paths) == 5
    assert "authors/li-bo/index.html" in paths


def test_a_site_without_authors_and_sources_has_no_pages_of_them() -> None:
    archive = make_site(make_issue(7, "2024-01-05"))
    pages = {"index.html", "years/2024/index.html", "404.html"}
    assert set(plan(archive)) == pages | {"robots.txt", "sitemap.xml", "feed.xml", "feed.json"}
    assert "authors/" not in render(archive, "index.html")


def test_without_an_address_there_is_no_site_map() -> None:
    archive = make_site(make_issue(7, "2024-01-05"), head=replace(HEAD, url=""))
    assert "sitemap.xml" not in plan(archive)
    assert "Sitemap" not in render(archive, "robots.txt")
    assert "canonical" not in render(archive, "index.html")
    assert 'href="/index.html"' in render(archive, "404.html")


@pytest.mark.parametrize(("count", "sizes"), [(0, [0]), (3, [3]), (19, [19]), (20, [10, 10]), (29, [19, 10])])
def test_pages_of_a_list_are_filled_from_its_end(count: int, sizes: list[int]) -> None:
    pages = list(split_pages("x/", list(range(count)), 10))
    assert [len(page.items) for page in pages] == sizes
    assert [item for page in pages for item in page.items] == list(range(count))
    assert pages[0].path == "x/index.html"
    assert all(len(page.links) == (len(sizes) if len(sizes) > 1 else 0) for page in pages)


def test_a_longer_list_keeps_the_names_and_items_of_its_older_pages() -> None:
    before = {page.path: page.items for page in split_pages("x/", list(range(100, 0, -1)), 10)}
    after = {page.path: page.items for page in split_pages("x/", list(range(101, 0, -1)), 10)}
    assert {path for path in before if before[path] != after[path]} == {"x/index.html"}


def test_a_new_issue_changes_only_pages_that_show_it() -> None:
    old = [
        make_issue(number, f"2023-01-{number:02}", make_source(f"k{number}", date="2022")) for number in range(1, 20)
    ]
    new = make_issue(20, "2024-01-01", make_source("n", outlet_id="bbc", outlet="BBC"), authors=("Ana",))
    first = make_issue(0, "2024-01-01", authors=("Bo",))
    assert set(changed(make_site(first, *old), make_site(first, *old, new))) == {
        "index.html",
        "years/2024/index.html",
        "authors/index.html",
        "authors/ana/index.html",
        "outlets/index.html",
        "outlets/bbc/index.html",
        "sources/index.html",
        "sources/2024/index.html",
        "sitemap.xml",
        "feed.xml",
        "feed.json",
        "feeds/authors/ana.xml",
        "feeds/authors/ana.json",
    }


def test_a_former_address_leads_to_the_issue() -> None:
    archive = make_site(
        make_issue(7, "2024-01-05"), moved=(MovedIssue("7-old", "7-issue"), MovedIssue("8-old", "8-issue"))
    )
    assert "8-old/index.html" not in plan(archive)
    page = render(archive, "7-old/index.html")
    assert '<meta http-equiv="refresh" content="0; url=../7-issue/index.html">' in page
    assert '<link rel="canonical" href="https://harbor.example/news/7-issue/">' in page
    assert "7-old" not in render(archive, "sitemap.xml")


def test_the_page_for_wrong_addresses_works_at_any_address() -> None:
    page = render(make_site(make_issue(7, "2024-01-05")), "404.html")
    assert 'href="/news/index.html"' in page
    assert 'href="/news/assets/page-1.css"' in page


def test_search_engines_are_told_where_all_pages_are() -> None:
    archive = make_site(make_issue(7, "2024-01-05"))
    assert "Sitemap: https://harbor.example/news/sitemap.xml\n" in render(archive, "robots.txt")
    sitemap = render(archive, "sitemap.xml")
    assert "<url><loc>https://harbor.example/news/7-issue/</loc><lastmod>2024-01-05</lastmod></url>" in sitemap
    assert "<loc>https://harbor.example/news/years/2024/</loc>" in sitemap


def test_each_issue_has_those_before_and_after_it() -> None:
    archive = make_site(*(make_issue(number, f"2024-01-{number:02}") for number in (1, 2, 3)))
    around = {entry.number: around for entry, around in archive.neighbours()}
    assert (around["1"].earlier, around["3"].later) == (None, None)
    assert [each.slug for each in (around["2"].earlier, around["2"].later) if each] == ["1-issue", "3-issue"]


def test_a_source_that_says_too_little_is_like_no_other_and_keeps_its_place() -> None:
    vague = make_source("", title="", url="")
    works = find_works(make_site(make_issue(7, "2024-01-05", vague), make_issue(8, "2024-02-05", vague)))
    assert len(works) == 2
    later = find_works(make_site(make_issue(7, "2024-01-05", vague), make_issue(9, "2024-03-05", vague)))
    assert works[-1].anchor == later[-1].anchor
