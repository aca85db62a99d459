"""Attacks on readers' inboxes: text that wants to be markup, headers, or instructions to a mailing service."""

import email
import email.policy
import json
import re
from collections.abc import Iterator, Sequence
from itertools import islice

import html5lib
import pytest
from msgspec.structs import replace

from briefgen.edition.compose import make_edition
from briefgen.edition.edition import Edition
from briefgen.manuscript import read_manuscript
from briefgen.render import mail_message
from briefgen.render.mail import render_mail
from briefgen.render.mail_message import write_message
from briefgen.render.templates import Templates
from briefgen.render.text import render_text
from briefgen.yamltext import parse_text
from tests.hostile.inertness import build
from tests.hostile.seeding import seed_fields
from tests.render.sample import make_pictures
from tests.shared import shared_rows

TAGS = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "div",
        "table",
        "tbody",
        "thead",
        "tr",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "span",
        "strong",
        "em",
        "del",
        "a",
        "img",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "code",
        "br",
        "hr",
        "sup",
    ]
)
ATTRIBUTES = frozenset(
    [
        "lang",
        "dir",
        "xmlns",
        "xmlns:v",
        "xmlns:o",
        "charset",
        "name",
        "content",
        "class",
        "style",
        "role",
        "id",
        "href",
        "aria-roledescription",
        "aria-label",
        "width",
        "height",
        "cellpadding",
        "cellspacing",
        "border",
        "align",
        "scope",
        "title",
        "start",
        "src",
        "alt",
    ]
)
OPENINGS = ("{{", "{%", "{#", "*|", "%%", "<%", "${")
XSS = (
    ("h5sc", "payload"),
    ("loofah-html5lib-sanitizer", "input"),
    ("owasp-filter-evasion", "payload"),
    ("payloadsallthethings-filter-bypass", "payload"),
    ("payloadbox", "payload"),
)
HEAD = "number: 7\ndate: 2026-03-06\n"


def naughty() -> list[str]:
    return [row["s"] for row in shared_rows("hostile/blns/blns.jsonl")]


def issues_of(strings: Sequence[str], *, size: int) -> Iterator[Edition]:
    """Yield editions with each string as a title and a body; those that the parser refuses are left out."""
    left = iter(strings)
    while batch := list(islice(left, size)):
        items = [json.dumps({"title": f"T {each}", "body": f"{each}\n\n`{each}`"}) for each in batch]
        feature = "feature: {title: One, author: Jane, body: Words.}"
        readable = [item for item in items if try_edition(f"{HEAD}{feature}\nbriefs: [{item}]\n")]
        edition = try_edition(f"{HEAD}{feature}\nbriefs: [{', '.join(readable)}]\n")
        assert edition is not None
        yield edition


def try_edition(text: str) -> Edition | None:
    manuscript = read_manuscript(parse_text(text), "7.yaml")
    if manuscript.issue is None or manuscript.limit_faults:
        return None
    return make_edition(manuscript, slug="7-x", pictures={})


def check(edition: Edition) -> None:
    html, text, message = render_mail(edition, make_pictures(), Templates())
    render_text(edition, Templates())
    tree = html5lib.parse(html.content.decode(), namespaceHTMLElements=False)
    for element in tree.iter():
        if isinstance(element.tag, str):
            assert element.tag in TAGS, html5lib.serialize(element)[:200]
            assert {str(name) for name in element.attrib} <= ATTRIBUTES
            assert element.get("href", "https://").startswith(("http://", "https://", "mailto:"))
    # Comments are ours alone: those that Outlook reads.
    assert set(re.findall(r"<!--(.{9})", html.content.decode())) <= {"[if mso]>", "[if !mso]", "<![endif]"}
    for opening in OPENINGS:
        assert opening not in html.content.decode().partition("</head>")[2]
        assert opening not in text.content.decode()
    read = email.message_from_bytes(message.content, policy=email.policy.default)
    assert not any(opening in read["Subject"] for opening in OPENINGS)
    plain = read.get_body(("plain",))
    assert plain is not None
    assert plain.get_content().splitlines() == text.content.decode().splitlines()
    assert not read.defects


def test_naughty_strings_reach_the_inbox_as_text() -> None:
    for edition in issues_of(naughty()[::6], size=90):
        check(edition)


@pytest.mark.judges
def test_all_naughty_strings_reach_the_inbox_as_text() -> None:
    for edition in issues_of(naughty(), size=60):
        check(edition)


@pytest.mark.parametrize(("file", "key"), XSS)
def test_no_attack_becomes_markup_in_a_mail(file: str, key: str) -> None:
    rows = [row[key] for row in shared_rows(f"hostile/xss/{file}.jsonl")]
    for edition in issues_of(rows[:: max(1, len(rows) // 40)], size=40):
        check(edition)


@pytest.mark.judges
@pytest.mark.parametrize(("file", "key"), XSS)
def test_none_of_all_attacks_becomes_markup_in_a_mail(file: str, key: str) -> None:
    for edition in issues_of([row[key] for row in shared_rows(f"hostile/xss/{file}.jsonl")], size=40):
        check(edition)


@pytest.mark.parametrize(
    "payload", ["<img src=x onerror=alert(1)>", "{{ secrets }} *|EMAIL|* %%x%% ${x}", "=?utf-8?q?=0ABcc:_e?="]
)
def test_a_payload_in_every_field_reaches_the_inbox_as_text(payload: str) -> None:
    (batch,) = build(seed_fields, (payload,))
    check(batch.outputs.edition)


def test_a_message_with_another_header_is_not_built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail_message, "_words", lambda text, _name: text)
    edition = try_edition(f"{HEAD}feature: {{title: One, author: Jane, body: Words.}}\n")
    assert edition is not None
    attacked = replace(edition, mail=replace(edition.mail, subject="=?utf-8?q?a=0ABcc:_e@x?="))
    with pytest.raises(mail_message.UnsafeMailError, match="Bcc"):
        write_message(attacked, "<p>x</p>", "x", {})


def test_no_subject_adds_a_header() -> None:
    edition = try_edition(f"{HEAD}feature: {{title: One, author: Jane, body: Words.}}\n")
    assert edition is not None
    expected = None
    for words in [
        *naughty()[::8],
        "a\nBcc: e@x",
        "a\r\n\r\n<script>",
        *(f"=?utf-8?q?{each}?=" for each in ("a=0ABcc:_e@x", "=0D=0A=0D=0A<script>", "a?= b")),
    ]:
        head = replace(edition.mail, subject=words, sender=words, from_address="news@example.org")
        written = write_message(replace(edition, mail=head), "<p>x</p>", "x", {})
        read = email.message_from_bytes(written, policy=email.policy.default)
        expected = expected or sorted(read.keys())
        assert sorted(read.keys()) == expected, words
        assert [each.addr_spec for each in read["From"].addresses] == ["news@example.org"], words
