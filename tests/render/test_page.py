"""The web page holds everything, fetches nothing, and lets no word of an issue become markup."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from markupsafe import Markup
from msgspec.structs import replace

from briefgen.edition.edition import Edition
from briefgen.render.page import render_html
from briefgen.render.templates import BrokenTemplateError, Templates
from tests.render.sample import make_edition, make_notes_edition, make_pictures


class Elements(HTMLParser):
    """Collects the start tags of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a start tag."""
        self.found.append((tag, dict(attrs)))


def render(edition: Edition) -> str:
    output = render_html(edition, make_pictures(), Templates())
    assert output.path == "index.html"
    return output.content.decode()


@pytest.fixture(scope="module")
def page() -> str:
    return render(make_edition())


def test_everything_that_a_browser_loads_is_inside(page: str) -> None:
    loaded = [attrs.get("src") or "" for tag, attrs in Elements(page).found if tag in {"img", "script"}]
    links = {str(attrs["rel"]): attrs["href"] or "" for tag, attrs in Elements(page).found if tag == "link"}
    assert [address.partition(":")[0] for address in loaded if address] == ["data"]
    assert set(links) == {"icon", "canonical"}
    assert links["icon"].startswith("data:")
    assert set(re.findall(r"url\((\w+):", page)) == {"data"}
    assert "@import" not in page


def test_house_faces_cover_the_hanzi_and_hangul_that_occur(page: str) -> None:
    assert page.count('font-family:"Noto Serif SC";font-weight') == 1
    assert page.count('font-family:"Noto Serif KR";font-weight') == 1


def test_a_page_without_them_carries_no_east_asian_face() -> None:
    edition = make_edition(feature=make_edition().briefs[0], sources=(), title="Plain")
    assert 'font-family:"Noto Serif' not in render(edition)


def test_extended_latin_comes_only_when_it_occurs(page: str) -> None:
    assert "latin-ext" not in page
    assert "U+0100-02BA" not in page
    assert "U+0100-02BA" in render(make_edition(summary="Ǔ and ā"))


def test_structured_data_cannot_end_its_script(page: str) -> None:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    assert json.loads(found[1]) == make_edition().json_ld
    assert "<" not in found[1]
    digest = b64encode(sha256(found[1].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in page


def test_a_title_is_text() -> None:
    brief = make_edition().briefs[0]
    hostile = Markup.escape("<script>alert(1)</script> & “{{ 7 * 7 }}”")
    page = render(make_edition(title="</title><b>", summary='"><i>', feature=replace(brief, title_html=hostile)))
    assert "<script>alert" not in page
    assert "</title><b>" not in page
    assert '"><i>' not in page
    assert "{{ 7 * 7 }}" in page


def test_notes_link_to_their_calls_and_back() -> None:
    page = render(make_notes_edition())
    ids = [str(attrs["id"]) for _, attrs in Elements(page).found if "id" in attrs]
    targets = [str(attrs["href"])[1:] for _, attrs in Elements(page).found if str(attrs.get("href")).startswith("#")]
    assert len(ids) == len(set(ids))
    assert set(targets) <= set(ids)
    assert {"feature-note-3", "feature-call-3"} <= set(targets)


def test_a_source_entry_shows_all_its_fields(page: str) -> None:
    assert re.search(
        r'<li id="source-2"><span class="outlet">Gangkou Ribao</span> <span class="tag">state media</span>, '
        r'“<cite lang="zh-Hans">港口互助新篇章</cite>” \(A new chapter of mutual help among ports\), '
        r"November 30, 2025\.",
        page,
    )
    assert '<li id="source-3"><span class="outlet">Fleet List</span>, undated.</li>' in page
    assert re.search(r'Archived copy, February 2, 2026</a>\.(?: <span class="accessed">|</li>)', page)


def test_corrections_are_printed(page: str) -> None:
    assert '<time datetime="2026-03-09">March 9, 2026</time> An earlier version' in page


def test_a_draft_says_so_and_a_finished_issue_does_not(page: str) -> None:
    notice = 'class="draft-notice"'
    assert notice in render(make_edition(is_draft=True))
    assert notice not in page


def test_a_theme_follows_the_defaults_and_is_lightened_in_the_dark() -> None:
    page = render(make_edition(theme=(("accent", "#0b5c4a"), ("dark-link", "#99ddcc"))))
    assert page.index("--accent:#0b5c4a") > page.index("--accent: #9b1b1e")
    dark = page[page.index("(prefers-color-scheme:dark)") :]
    assert "--link:#99ddcc" in dark
    assert "--accent:#0b5c4a" not in dark


@pytest.mark.parametrize(("name", "value"), [("accent", "red}body{x:y"), ("a;b", "red"), ("accent", "</style>")])
def test_a_theme_cannot_leave_its_rule(name: str, value: str) -> None:
    with pytest.raises(BrokenTemplateError, match="theme"):
        render(make_edition(theme=((name, value),)))


def test_the_same_edition_gives_the_same_bytes(page: str) -> None:
    assert render(make_edition()) == page


def test_the_page_has_an_icon_and_leads_to_its_pdf() -> None:
    page = render(replace(make_edition(), pdf="133-x.pdf", theme=(("accent", "#0b5c4a"),)))
    [icon] = re.findall(r'<link rel="icon" href="data:image/svg\+xml,([^"]*)">', page)
    assert 'fill="#0b5c4a"' in unquote(icon)
    assert unquote(icon).endswith("</text></svg>")
    assert '<a class="pdf" href="133-x.pdf" type="application/pdf">PDF</a>' in page
    assert 'class="pdf"' not in render(make_edition())
