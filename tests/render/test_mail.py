"""The mail: HTML that leads out of itself, a text beside it, and a message whose headers are those that were meant."""

import email
import email.message
import email.policy
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefgen.edition.edition import Edition, MailHead
from briefgen.render.lost_words import LostWordsError
from briefgen.render.mail import render_mail
from briefgen.render.mail_html import render_mail_html
from briefgen.render.templates import Templates
from tests.render.editions import compose

PAGE = "https://news.example.org/7-a-dredger/"
WITH_PAGE = 'url: "https://news.example.org/"'
NAUGHTY = (
    "=?utf-8?q?a=0ABcc:_e@x?=",
    "=?utf-8?q?a?= =?utf-8?b?CkJjYzogZUB4?=",
    "a =?utf-8?q?=0D=0ABcc=3A_e=40x?= 港口",
    "x" * 300,
    "港口" * 80,
    'Quotes " and \\ and , and <a@b.example>',
    "Subject: x",
    "café",
)


def html_of(edition: Edition) -> str:
    return render_mail_html(edition, Templates()).text


def message_of(edition: Edition, pictures: dict[str, bytes] | None = None) -> email.message.EmailMessage:
    *_, message = render_mail(edition, pictures or {}, Templates())
    return email.message_from_bytes(message.content, policy=email.policy.default)


def with_mail(edition: Edition, **changes: object) -> Edition:
    return replace(edition, mail=replace(edition.mail, **changes))


def test_styles_are_in_the_elements_and_only_media_queries_stay() -> None:
    html = html_of(compose("Words [@gazette]."))
    assert re.search(r'<span class="cite" style="[^"]*color:', html)
    rules = html.partition("<style>")[2].partition("</style>")[0]
    assert rules.startswith("@media")
    assert "var(" not in html


@pytest.mark.parametrize(
    ("publication", "calls", "source"),
    [
        ("{}", "Fleet List, undated", "<span"),
        (WITH_PAGE, f'<a href="{PAGE}#source-1"', f'<a class="title" href="{PAGE}#feature"'),
    ],
)
def test_links_lead_out_of_the_mail(publication: str, calls: str, source: str) -> None:
    html = html_of(compose("Words [@fleet].[^a]\n\n[^a]: A note.", publication=publication))
    assert calls in html
    assert source in html
    assert 'href="#' not in html
    assert re.search(r"<sup[^>]*>1</sup>", html)
    assert "A note." in html


def test_colours_come_from_the_theme_if_mail_programs_know_them() -> None:
    theme = 'build: {theme: {accent: "#0b5c4a", ground: "oklch(0.5 0.1 100)", dark-ground: "#010203"}}'
    html = html_of(compose("Words.", publication=theme))
    assert "#0b5c4a" in html
    assert "#010203" in html
    assert "oklch" not in html


def test_a_right_to_left_mail_is_set_from_the_right() -> None:
    html = html_of(compose("> كلمات", publication="language: ar"))
    assert '<html lang="ar" dir="rtl"' in html
    assert re.search(r"<blockquote[^>]*border-right", html)


def test_a_teaser_has_the_beginnings_and_links_to_the_rest() -> None:
    settings = f"{{{WITH_PAGE}, email: {{body: teaser}}}}"
    body = "## First\n\n- in\n- it\n\nOne [@gazette].\n\nTwo.\n"
    files = render_mail(compose(body, publication=settings), {}, Templates())
    for output in files[:2]:
        text = output.content.decode()
        assert "One" in text
        assert "Two." not in text
        assert f"{PAGE}#feature" in text
        assert "Coast Gazette" in text


@pytest.mark.parametrize("style", ["inline", "notes"])
def test_a_teaser_prints_the_notes_of_its_beginnings(style: str) -> None:
    settings = f"{{{WITH_PAGE}, email: {{body: teaser}}, style: {{citations: {style}}}}}"
    body = "One [@gazette].[^a]\n\nTwo [@ribao].[^b]\n\n[^a]: The first note.\n[^b]: The second note.\n"
    html, text, _ = render_mail(compose(body, publication=settings), {}, Templates())
    for output in (html.content.decode(), text.content.decode()):
        assert "The first note." in output
        assert "https://gazette.example/dredging" in output
        assert "The second note." not in output
        assert "ribao.example" not in output


def test_the_sections_of_briefs_have_their_headings() -> None:
    briefs = "briefs:\n  - {title: Silt, body: Words.}\n  - {title: Sand, section: Rivers, body: Words.}\n"
    html, text, _ = render_mail(compose("Words.", briefs), {}, Templates())
    assert "\nBriefs\n\nSilt\n====\n" in text.content.decode()
    assert "\nRivers\n\nSand\n====\n" in text.content.decode()
    assert re.search(
        r"<h2[^>]*>Briefs</h2>.*<h3[^>]*>Silt</h3>.*<h2[^>]*>Rivers</h2>", html.content.decode(), re.DOTALL
    )


def test_an_issue_can_be_a_teaser_of_its_own_accord() -> None:
    assert compose("One.", "email: {body: teaser}\n").mail.is_teaser
    assert not compose("One.", "email: {body: full}\n", publication="email: {body: teaser}").mail.is_teaser


def test_the_preheader_is_the_summary_and_nothing_follows_it() -> None:
    html = html_of(compose("Words."))
    preheader = html.partition("<body")[2].partition('<div style="display:none')[2].partition("</div>")[0]
    assert "One ship, three harbours." in preheader
    assert preheader.count("\u2007") > 100


def test_a_subject_keeps_no_break_spaces_and_no_line_breaks() -> None:
    edition = compose("Words.", 'subject: "Le Havre\\_: le\\u202fpari \\tde la mer"\n')
    assert edition.mail.subject == "Le Havre\u00a0: le\u202fpari de la mer"
    assert message_of(edition)["Subject"] == "Le Havre\u00a0: le\u202fpari de la mer"
    assert message_of(with_mail(edition, subject="Le\u00a0Havre\u2028et\x85la\u2029mer"))["Subject"] == (
        "Le\u00a0Havre et la mer"
    )


@pytest.mark.parametrize("naughty", NAUGHTY)
def test_no_header_can_be_injected(naughty: str) -> None:
    head = MailHead(
        subject=naughty, sender=naughty, from_address="news@example.org", unsubscribe="https://example.org/leave",
        is_one_click=True,
    )  # fmt: skip
    message = message_of(replace(compose("Words."), mail=head))
    assert sorted(message.keys()) == [
        "Content-Type", "Date", "From", "List-Unsubscribe", "List-Unsubscribe-Post", "MIME-Version", "Message-ID",
        "Subject", "X-Unsent",
    ]  # fmt: skip
    assert message["Subject"] == naughty
    (sender,) = message["From"].addresses
    # Python's parser reads a space between the encoded words of a name.
    assert sender.display_name.replace(" ", "") == naughty.replace(" ", "")
    assert sender.addr_spec == "news@example.org"
    assert max(map(len, message.as_bytes().split(b"\n"))) < 998


def test_a_message_has_both_parts_and_says_what_a_server_needs() -> None:
    settings = (
        "name: Harbour Ledger\nemail: {from: news@example.org, reply_to: desk@example.org, one_click: true, "
        'unsubscribe: "https://example.org/leave"}'
    )
    message = message_of(compose("Words — 港口.", publication=settings))
    assert message["Date"] == "Fri, 06 Mar 2026 12:00:00 +0000"
    assert message["From"] == "Harbour Ledger <news@example.org>"
    assert message["Reply-To"] == "desk@example.org"
    assert message["Subject"] == "Harbour Ledger 7: A Dredger"
    assert message["List-Unsubscribe"] == "<https://example.org/leave>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["X-Unsent"] == "1"
    assert [part.get_content_type() for part in message.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    plain, html = (message.get_body((kind,)) for kind in ("plain", "html"))
    assert plain is not None
    assert html is not None
    assert "Words — 港口." in plain.get_content()
    assert "Unsubscribe: https://example.org/leave" in plain.get_content()
    assert 'href="https://example.org/leave"' in html.get_content()


PICTURE = "image: {file: images/cranes.png, alt: Cranes at dusk}\n"


def test_pictures_are_in_the_message_if_the_publication_has_no_address() -> None:
    message = message_of(compose("Words.", PICTURE), {"images/cranes.png": b"\x89PNG picture"})
    _, related = message.iter_parts()
    html, picture = related.iter_parts()
    identifier = picture["Content-ID"].strip("<>")
    assert f'src="cid:{identifier}"' in html.get_content()
    assert picture.get_content() == b"\x89PNG picture"


def test_pictures_have_addresses_if_the_publication_has_one() -> None:
    message = message_of(compose("Words.", PICTURE, publication=WITH_PAGE))
    assert [part.get_content_type() for part in message.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    assert f'src="{PAGE}images/cranes.png"' in html_of(compose("Words.", PICTURE, publication=WITH_PAGE))


def test_the_same_issue_gives_the_same_bytes_and_another_gives_others() -> None:
    first, again, other = (render_mail(compose(words), {}, Templates())[2].content for words in ("A.", "A.", "B."))
    assert first == again
    ids = {re.search(rb"Message-ID: (\S+)", each)[1] for each in (first, other)}  # type: ignore[index]
    assert len(ids) == 2


TAGS = (
    "{{ unsubscribe_url }}",
    "*|FNAME|*",
    "%%unsubscribe%%",
    "{{{ x }}}",
    "{% if a %}",
    "%recipient.name%",
    "{$unsubscribe}",
)


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("mark", ["", "`"])
def test_a_merge_tag_stays_if_it_is_named_and_is_broken_if_not(tag: str, mark: str) -> None:
    body = f"Dear {mark}{tag}{mark}."
    named = render_mail(with_mail(compose(body), merge_tags=(tag,)), {}, Templates())
    unnamed = render_mail(compose(body), {}, Templates())
    for output in named[:2]:
        assert tag in output.content.decode()
    html, text, message = (output.content.decode() for output in unnamed)
    assert tag not in html + text + message
    # Readers see it all the same.
    assert tag in email.message_from_string(f"Content-Type: text/html\n\n{html}").get_payload() or "&#" in html
    assert tag in text.replace("\u2060", "")


@pytest.mark.parametrize("tag", TAGS)
def test_so_it_is_in_a_subject(tag: str) -> None:
    unnamed = compose("Words.", f"subject: 'Dear {tag}'\n")
    assert message_of(with_mail(unnamed, merge_tags=(tag,)))["Subject"] == f"Dear {tag}"
    message = render_mail(unnamed, {}, Templates())[2].content
    assert tag.encode() not in message
    subject = email.message_from_bytes(message, policy=email.policy.default)["Subject"]
    assert tag not in subject
    assert subject.replace("\u2060", "") == f"Dear {tag}"


def test_a_named_merge_tag_does_not_let_others_through() -> None:
    edition = with_mail(compose("`{{ a }}` and `{{ b }}` and `{{ a }}{{ b }}`."), merge_tags=("{{ a }}",))
    html = html_of(edition)
    assert html.count("{{ a }}") == 2
    assert "{{ b }}" not in html


def test_the_mail_has_no_values_that_mail_programs_lack() -> None:
    body = "A *word*[^a] 港口.\n\n- one\n- two\n\n| a | b |\n| -- | -: |\n| 1 | 2 |\n\n> quoted\n\n[^a]: A note."
    html = html_of(compose(body, PICTURE))
    assert (
        re.findall(
            r"(?:flex|grid|contents|initial(?!-scale)|revert|unset|start|end|rem)\b|[:\s]-\d|<td[^>]* lang=", html
        )
        == []
    )


def test_the_link_to_unsubscribe_may_be_a_merge_tag() -> None:
    edition = compose("Words.", publication="email: {unsubscribe: '*|UNSUB|*', from: a@example.org}")
    html, text, message = render_mail(edition, {}, Templates())
    assert b'href="*|UNSUB|*"' in html.content
    assert b"Unsubscribe: *|UNSUB|*" in text.content
    assert b"List-Unsubscribe: <*|UNSUB|*>" in message.content


def test_own_templates_may_leave_text_out_and_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "email.html.j2").write_text('{% extends "briefgen/email.html.j2" %}{% block feature %}{% endblock %}')
    html, *_ = render_mail(compose("The first of them."), {}, Templates(folder=tmp_path))
    assert html.remark.startswith("the mail lacks")


def test_a_lost_item_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    edition = compose("The first of them.")
    rendered = html_of(edition).replace("The first of them.", "")
    monkeypatch.setattr(Templates, "render", lambda *_, **__: rendered)
    with pytest.raises(LostWordsError, match="the mail lacks the words “The first of them"):
        render_mail_html(edition, Templates())


def test_a_draft_says_so() -> None:
    html, text, _ = render_mail(compose("Words [@nobody].", is_draft=True), {}, Templates())
    assert b"Draft. Not for publication." in html.content
    assert b"Draft. Not for publication." in text.content
