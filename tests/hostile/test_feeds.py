"""Attacks on feed readers: whatever an author writes, a feed is whole XML and JSON, and its HTML has only our tags."""

import html5lib
import pytest
from msgspec.structs import replace

from briefgen.edition.edition import Edition
from briefgen.model import Publication
from tests.archive.feeding import ATOM, HOME, find_texts, make_files, read_atom, read_contents, read_json
from tests.hostile.inertness import build
from tests.hostile.seeding import seed_fields
from tests.hostile.test_mail import HEAD, XSS, issues_of, naughty, try_edition
from tests.shared import shared_rows

TAGS = frozenset({
    "html", "head", "body", "div", "table", "tbody", "thead", "tr", "td", "th", "h2", "h3", "h4", "h5", "h6", "p",
    "span", "strong", "em", "del", "a", "img", "figure", "figcaption", "ul", "ol", "li", "blockquote", "pre", "code",
    "br", "hr", "sup", "small",
})  # fmt: skip
ATTRIBUTES = frozenset({
    "lang", "dir", "class", "href", "title", "scope", "start", "value", "src", "alt", "width", "height", "align",
})  # fmt: skip
ELEMENTS = frozenset({
    "feed", "generator", "id", "title", "subtitle", "updated", "published", "link", "icon", "author", "name", "uri",
    "entry", "category", "summary", "content",
})  # fmt: skip


def check(edition: Edition) -> None:
    """Fail if a feed is not whole, or has an element that we did not write."""
    files = make_files(edition)
    (atom,) = read_atom(files["feed.xml"]).findall(f"{ATOM}entry")
    (item,) = read_json(files["feed.json"])["items"]
    assert find_texts(atom, "title") == [item["title"]] == [edition.feature.title]
    for path in (path for path in files if path.endswith(".xml")):
        tags = {each.tag for each in read_atom(files[path]).iter()}
        assert tags <= {f"{ATOM}{name}" for name in ELEMENTS}
    for html in read_contents(files):
        check_html(html)


def check_html(html: str) -> None:
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    for element in tree.iter():
        assert element.tag in TAGS, html5lib.serialize(element)[:200]
        assert {str(name) for name in element.attrib} <= ATTRIBUTES, html5lib.serialize(element)[:200]
        address = element.get("href") or element.get("src") or HOME
        assert address.startswith(("http://", "https://", "mailto:")), address


def test_naughty_strings_reach_readers_of_feeds_as_text() -> None:
    for edition in issues_of(naughty()[::8], size=90):
        check(edition)


@pytest.mark.judges
def test_all_naughty_strings_reach_readers_of_feeds_as_text() -> None:
    for edition in issues_of(naughty(), size=60):
        check(edition)


@pytest.mark.parametrize(("file", "key"), XSS)
def test_no_attack_becomes_markup_in_a_feed(file: str, key: str) -> None:
    rows = [row[key] for row in shared_rows(f"hostile/xss/{file}.jsonl")]
    for edition in issues_of(rows[:: max(1, len(rows) // 30)], size=40):
        check(edition)


@pytest.mark.judges
@pytest.mark.parametrize(("file", "key"), XSS)
def test_none_of_all_attacks_becomes_markup_in_a_feed(file: str, key: str) -> None:
    for edition in issues_of([row[key] for row in shared_rows(f"hostile/xss/{file}.jsonl")], size=40):
        check(edition)


@pytest.mark.parametrize(
    "payload",
    ["<img src=x onerror=alert(1)>", '" onerror="alert(1)"><b>', "]]></content><entry>", "&lt;script&gt; &amp; &#x1;"],
)
def test_a_payload_in_every_field_reaches_readers_of_feeds_as_text(payload: str) -> None:
    (batch,) = build(seed_fields, (payload,))
    check(batch.outputs.edition)


def test_no_field_adds_an_entry_or_an_element() -> None:
    """Each field is one, and says what it was given."""
    for words in ["]]></title></feed>", "</author><author>", '" rel="self', "<!--", "<?xml?>", *naughty()[::20]]:
        edition = try_edition(f"{HEAD}feature: {{title: One, author: Jane, body: Words.}}\n")
        assert edition is not None
        if not is_printed(words):
            continue
        feature = replace(edition.feature, title=words)
        publication = Publication(name=words, tagline=words, publisher=words)
        files = make_files(replace(edition, feature=feature, summary=words), publication=publication)
        atom, feed = read_atom(files["feed.xml"]), read_json(files["feed.json"])
        assert len(atom.findall(f"{ATOM}entry")) == len(feed["items"]) == 1
        said = [*find_texts(atom, "title"), *find_texts(atom, "entry/title"), *find_texts(atom, "author/name")]
        assert said == [words.strip(), words, words.strip()]
        assert [feed["title"], feed["items"][0]["title"]] == [words.strip(), words]


def is_printed(words: str) -> bool:
    """Return whether a text can be one of an issue: the parser refuses control characters, and lines end with LF."""
    return bool(words.strip()) and all(each.isprintable() or each == " " for each in words)
