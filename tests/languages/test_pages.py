"""What is printed in another language is in that language, in its direction, and nowhere in English."""

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from briefgen.compile.shipped_outlets import load_shipped_outlets
from briefgen.edition.compose import list_languages, make_edition
from briefgen.edition.edition import Edition
from briefgen.edition.text_context import TextContext
from briefgen.edition.words import format_words
from briefgen.languages import load_languages
from briefgen.manuscript import read_manuscript
from briefgen.model import ENGLISH, LABEL_NAMES, parse_publication
from briefgen.render.mail import render_mail
from briefgen.render.markdown import render_markdown
from briefgen.render.page import render_html
from briefgen.render.templates import Templates
from briefgen.render.text import render_text
from briefgen.yamltext import parse_document, parse_text

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ("german", "arabic", "chinese")
ENGLISH_WORDS = sorted(
    {
        word
        for name in LABEL_NAMES
        for word in re.findall(r"[A-Za-z]{4,}", re.sub(r"\{\w+\}", "", getattr(ENGLISH, name)))
    }
    - {"briefgen"}
)


def edition_of(issue: str, settings: str, *, is_draft: bool = False) -> Edition:
    publication = parse_publication(parse_text(settings)).record
    assert publication is not None
    document = parse_document(issue.encode())
    manuscript = read_manuscript(document, "12-x.yaml", publication=publication, outlets=load_shipped_outlets())
    languages = load_languages(list_languages(manuscript), publication.labels)
    return make_edition(manuscript, slug="12-x", pictures={}, languages=languages, is_draft=is_draft)


def sample(name: str, *, is_draft: bool = False) -> Edition:
    folder = Path(__file__).parent / name / "issues"
    settings = folder / "publication.yaml"
    (issue,) = folder.glob("[0-9]*.yaml")
    return edition_of(issue.read_text("utf-8"), settings.read_text("utf-8"), is_draft=is_draft)


class Words(HTMLParser):
    """Everything that a reader of a page sees or hears."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.skipped = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: D102
        self.skipped = tag if tag in {"style", "script"} else self.skipped
        self.found += [value or "" for name, value in attrs if name in {"aria-label", "alt", "title", "data-number"}]

    def handle_endtag(self, tag: str) -> None:  # noqa: D102
        self.skipped = "" if tag == self.skipped else self.skipped

    def handle_data(self, data: str) -> None:  # noqa: D102
        if not self.skipped:
            self.found.append(data)


def words_of(page: str) -> str:
    reader = Words()
    reader.feed(page)
    return "\n".join(reader.found)


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_is_printed_in_english(name: str) -> None:
    edition = sample(name, is_draft=True)
    page = words_of(render_html(edition, {}, Templates()).content.decode())
    text = render_markdown(edition, Templates()).content.decode()
    for word in ENGLISH_WORDS:
        assert not re.search(rf"\b{word}\b", page), word
        assert not re.search(rf"\b{word}\b", text), word


def test_templates_contain_no_hard_coded_labels() -> None:
    for template in (ROOT / "templates").glob("*.j2"):
        source = re.sub(r"\{% block scripts %\}.*|\{% block (workers|forms) %\}.*", "", template.read_text("utf-8"))
        source = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "#", source, flags=re.DOTALL)
        words = set(re.findall(r"\w{2,}", re.sub(r'\w+="[^"]*"', "", words_of(source))))
        assert words <= {"PDF", "Atom", "JSON", "Feed", "briefgen"}, (
            f"{template.name}: only what is the same in every language"
        )


def test_a_page_has_the_direction_of_its_language_and_isolates_foreign_text() -> None:
    page = render_html(sample("arabic"), {}, Templates()).content.decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert '<span dir="ltr">Boskalis (NL)</span>' in page
    assert '<span class="outlet"><span dir="ltr">Harbour Times</span></span>' in page
    assert '<span dir="ltr">Harbour Times</span>، 3 ديسمبر 2025</a>)' in page


def test_hebrew_in_english_is_isolated_too() -> None:
    words = format_words("The paper (הארץ, 20) and مصر.", TextContext())
    assert words.html == 'The paper (<span dir="rtl">הארץ</span>, 20) and <span dir="rtl">مصر</span>.'


def test_chinese_has_wide_marks_and_no_spaces_around_them() -> None:
    edition = sample("chinese")
    text = edition.feature.markdown
    assert "协议（[港口日报，8月20日](https://gangkou.example/2026/08/20/wa)；[Harbour Times，2025年12月3日](" in text
    assert "包括燃料、泊位维修和保险（[港务局，8月]" in text
    assert "费用" in edition.feature.html
    assert "\n夏天" not in text, "a line of the file ends where no space may be"
    assert 'lang="zh' not in edition.feature.html, "a publication's own language is not marked in it"
    assert '<span lang="ja">ひらがな</span>' in edition.feature.html


ITEMS = """\
number: 12
date: 2026-08-21
feature: {title: One, author: Jane, body: "Words [@a]. See [@lost]."}
briefs:
  - {title: Zwei, language: de, author: Jo, body: "Wörter [@a].[^n]\\n\\n[^n]: Mehr."}
  - {title: Three, language: ja, body: "Words with 東京 in them [@a]."}
  - {title: 四, language: zh-Hant, body: "這是中文 [@a]。"}
sources:
  a: {outlet: Daily, date: 2026-08-20}
"""


def test_an_item_may_have_its_own_language() -> None:
    edition = edition_of(ITEMS, "name: X\n")
    feature, german, english, chinese = edition.items
    assert "(Daily, August 20)" in feature.markdown
    assert "[citation needed: lost]" in feature.markdown.replace("\\", "")
    assert (german.language, german.byline.markdown) == ("de", "Von **Jo**")
    assert "(Daily, 20.\u00a0August)" in german.markdown
    assert german.notes[0].back_label == "Zurück zu Anmerkung 1 im Text"
    assert (english.language, "(Daily, August 20)" in english.markdown) == ("", True)
    assert (chinese.language, chinese.markdown) == ("zh-Hant", "這是中文（Daily，8月20日）。")
    page = render_html(edition, {}, Templates()).content.decode()
    assert '<article class="brief" id="brief-1" aria-labelledby="brief-1-title" lang="de">' in page


def test_a_wide_full_stop_changes_sides_as_a_narrow_one_does() -> None:
    issue = ITEMS.replace("這是中文 [@a]。", "這是中文。[@a]這是")
    moved = edition_of(issue, "style: {position: before}\n").briefs[2]
    assert moved.markdown == "這是中文（Daily，8月20日）。這是"
    issue = ITEMS.replace("這是中文 [@a]。", "這是中文 [@a]。這是")
    moved = edition_of(issue, "style: {position: after}\n").briefs[2]
    assert moved.markdown == "這是中文。（Daily，8月20日）這是"


FRENCH = """
number: 42
date: 2023-05-01
summary: "Le port\u202f:\\n  un  pari"
feature:
  title: "Le Havre\u202f!"
  author: Jeanne Petit
  body: |
    Le port [@port, p.\u00a014].

    | Port | Tonnes |
    | --- | --- |
    | Le Havre et tout ce que l’on y charge, jour et nuit, depuis que la mer y monte | 1 |
briefs: [{section: Mer, title: Vent, author: Jeanne Petit, body: Bref.}]
sources:
  port: {outlet: Le Port, date: 2023-05-01, title: "Éolien en mer\u00a0: le pari"}
"""
LETTER = (
    "{name: La Lettre, language: fr, url: 'https://lettre.example/',"
    " email: {body: %s, unsubscribe: 'https://lettre.example/non'}}"
)


def test_a_colon_is_that_of_the_language_in_mails_too() -> None:
    edition = edition_of(FRENCH, LETTER % "full")
    assert edition.mail.subject == edition.title == "La Lettre 42\u00a0: Le Havre\u202f!"
    whole, teaser = (
        render_mail(edition_of(FRENCH, LETTER % body), {}, Templates())[1].content.decode()
        for body in ("full", "teaser")
    )
    for name in ("Lire sur le Web", "À la une", "Mer", "Se désabonner", "Port"):
        assert f"{name}\u00a0: " in whole
    assert "Lire la suite\u00a0: https" in teaser
    assert not re.search(r"\w: ", whole + teaser)


def test_no_break_spaces_of_an_author_are_printed_everywhere() -> None:
    edition = edition_of(FRENCH, LETTER % "full")
    title, place = "Éolien en mer\u00a0: le pari", "p.\u00a014"
    written = [
        render_html(edition, {}, Templates()).content.decode(),
        render_markdown(edition, Templates()).content.decode(),
        render_text(edition, Templates()).content.decode(),
        *(output.content.decode() for output in render_mail(edition, {}, Templates())[:2]),
    ]
    assert [place in unescape(each) for each in written] == [True] * len(written)
    assert [title in unescape(each) for each in written] == [True] * len(written)
    assert edition.summary == edition.mail.preheader == "Le port\u202f: un pari"


def test_a_renamed_title_of_documents_is_that_of_subjects_too() -> None:
    edition = edition_of(FRENCH, "{name: L, language: fr, labels: {document_title: '{title} ({name} {number})'}}")
    assert edition.mail.subject == edition.title == "Le Havre\u202f! (L 42)"


def test_labels_are_renamed_and_printed_in_all_outputs() -> None:
    edition = edition_of(ITEMS, "labels: {contents: This month, number: 'Issue {number}'}\n")
    page = render_html(edition, {}, Templates()).content.decode()
    text = render_markdown(edition, Templates()).content.decode()
    assert "This month</h2>" in page
    assert "## This month" in text
    assert "**Issue 12**" in text
