"""The rules on mails judge the mail that is sent, and say nothing where none is."""

from pathlib import Path

import pytest

from briefgen.compile.mail_facts import measure_mail
from briefgen.rules import find_idle, run_rules
from tests.rules.issues import around, read, shown, with_mail

MAIL_RULES = {"M103", "M105", "M106", "M107"}
WORDS = "I knew deep down that it was wrong. "


def found(text: str, code: str, *, publication: str = "{}", templates: Path | None = None) -> list[str]:
    manuscript = with_mail(read(text, publication=publication), templates)
    return shown(tuple(each for each in run_rules(manuscript) if each.code == code))


def test_rules_on_mails_are_idle_without_one() -> None:
    manuscript = read(around(WORDS))
    assert find_idle(manuscript) >= MAIL_RULES
    assert find_idle(with_mail(manuscript)).isdisjoint(MAIL_RULES)
    assert MAIL_RULES.isdisjoint(each.code for each in run_rules(read(around(WORDS * 5_000))))


def test_a_suppression_of_a_rule_that_did_not_run_is_not_called_unused() -> None:
    text = around(WORDS, "ignore: [{rule: missing-unsubscribe, reason: The service adds one.}]\n")
    assert not [each for each in run_rules(read(text)) if each.code == "S007"]
    assert found(text, "M107") == []


def test_a_mail_that_is_too_long_names_the_items_to_shorten() -> None:
    briefs = f"briefs:\n  - {{title: Short, body: Words.}}\n  - {{title: Long, body: {WORDS * 1_200}}}\n"
    briefs += f"  - {{title: Middling, body: {WORDS * 600}}}\n"
    manuscript = with_mail(read(around(WORDS * 1_300, briefs)))
    (said,) = (each for each in run_rules(manuscript) if each.code == "M103")
    assert said.finding.help == "shorten “One”, or send only the beginnings with `email: {body: teaser}`"
    sizes = [related.message for related in said.finding.related]
    assert sizes == ["47 KB", "43 KB", "23 KB", "1 KB"]
    assert manuscript.document.text[said.finding.related[0].span.start :].startswith("One")


def test_a_teaser_of_the_same_issue_is_short_enough() -> None:
    briefs = "briefs:\n" + "".join(f"  - {{title: T{n}, body: {WORDS * 1_000}}}\n" for n in range(2))
    text = around(f"Words.\n\n{WORDS * 1_300}", briefs)
    assert found(text, "M103")
    settings = "{url: 'https://news.example.org/', email: {body: teaser}}"
    assert found(text, "M103", publication=settings) == []


def test_templates_of_the_house_are_checked_as_they_come_out(tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "email.html.j2").write_text(
        '{% extends "briefgen/email.html.j2" %}{% block colophon %}<tr><td><a href="/about">About</a>'
        '<a href="#top">Up</a><img src="https://example.org/x.png"><p style="color: #111">Dark</p>'
        '<p style="color: #111; background-color: #fff">Framed</p><p style="color: #eee">Light</p></td></tr>'
        "{% endblock %}"
    )
    (tmp_path / "issues").mkdir()
    assert [line.partition("warning ")[2] for line in found(around(WORDS), "M105", templates=templates)] == [
        "the mail has a link to `/about`, which leads nowhere in a mail",
        "the mail has a link to `#top`, which leads nowhere in a mail",
        "the mail shows `https://example.org/x.png` without an alt text",
        "the mail has text in `#111`, which stays dark in dark mode",
    ]


@pytest.mark.parametrize("publication", ["{}", "{url: 'https://news.example.org/', email: {unsubscribe: '{{ u }}'}}"])
def test_our_own_template_is_sound(publication: str) -> None:
    body = "Words [@a].[^n]\n\n[^n]: Note.\n\n> Quoted\n\n| a |\n| --- |\n| b |\n\n- one\n\n```\ncode\n```\n"
    source = "sources: {a: {outlet: NYT, date: 2023-05-10}}\n"
    assert found(around(body, source), "M105", publication=publication) == []


def test_a_fact_counts_bytes_and_each_address_once() -> None:
    html = '<td id="a">港<a href="https://x.example/?a=1&amp;b=2">x</a></td><td id="b"><a href="https://x.example/?a=1&amp;b=2">'
    fact = measure_mail(html, ["a", "b"])
    assert fact.size == len(html.encode())
    assert fact.addresses == ("https://x.example/?a=1&b=2",)
    assert sum(fact.items) < fact.size
    assert measure_mail(html, ["a", "c"]).items == ()
