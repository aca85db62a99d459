"""Lets other programs judge the feeds: parsers of feeds, the grammar of Atom, a JSON Schema, and the HTML checkers."""

import json
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

import feedparser
import lxml.etree
import pytest

from tests.archive.feeding import make_files, read_contents
from tests.conformance.conftest import Verdict
from tests.conformance.programs import run
from tests.conformance.publications import NAMES, ROOT, Built, run_briefgen
from tests.conformance.test_html import find_nu_findings, page_of
from tests.conformance.test_mail import PIXEL
from tests.conformance.test_schemas import find_schema_findings
from tests.conformance.test_scripts import attack
from tests.conformance.words import parse_page, read_text, squeeze
from tests.hostile.inertness import build
from tests.hostile.payloads import KINDS, kinds_of, scripts
from tests.hostile.seeding import BODIES, seed_fields

GRAMMAR = ROOT / "tests/conformance/judges/atom.rnc"
HOME = "https://news.example.org/desk/"


@dataclass(frozen=True, slots=True)
class Fed:
    """A publication that has been built with an address, and its feeds."""

    output: Path

    @property
    def atom(self) -> list[Path]:
        """Return the feeds as Atom."""
        return [self.output / "feed.xml", *sorted(self.output.glob("feeds/**/*.xml"))]

    @property
    def json(self) -> list[Path]:
        """Return the feeds as JSON Feed."""
        return [path.with_suffix(".json") for path in self.atom]


@pytest.fixture(scope="module")
def feeder(builder: Callable[[str], Built], tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Fed]:
    made: dict[str, Fed] = {}

    def fed(name: str) -> Fed:
        if name not in made:
            folder = tmp_path_factory.mktemp(f"feeds-{name}")
            source = shutil.copytree(builder(name).source / "issues", folder / "issues")
            settings = source / "publication.yaml"
            lines = settings.read_text(encoding="utf-8").splitlines(keepends=True) if settings.exists() else []
            kept = "".join(line for line in lines if not line.startswith("url:"))
            settings.write_text(f"{kept}\nurl: {HOME}\n", encoding="utf-8")
            done = run_briefgen("build", "-f", "html", cwd=folder)
            assert done.returncode == 0, done.stdout + done.stderr
            made[name] = Fed(folder / "dist")
        return made[name]

    return fed


@pytest.fixture(params=NAMES)
def fed(request: pytest.FixtureRequest, feeder: Callable[[str], Fed]) -> Fed:
    return feeder(str(request.param))


def find_parser_findings(path: Path) -> Iterator[str]:
    """Read a feed with feedparser, which names what it had to forgive."""
    feed: Any = feedparser.parse(path.read_bytes(), sanitize_html=True)
    raw: Any = feedparser.parse(path.read_bytes(), sanitize_html=False)
    if feed.bozo:
        yield f"{path}: {feed.bozo_exception}"
    if feed.version != "atom10" or not feed.feed.title or not feed.feed.updated_parsed or not feed.entries:
        yield f"{path}: not a whole feed of Atom 1.0"
    for entry, whole in zip(feed.entries, raw.entries, strict=True):
        missing = [
            key for key in ("id", "title", "link", "author", "published_parsed", "updated_parsed") if not entry.get(key)
        ]
        yield from (f"{path}: {entry.get('id')} has no {key}" for key in missing)
        # A reader's own sanitizer leaves all words and pictures where they are.
        if squeeze(text_of(entry.content[0].value)) != squeeze(text_of(whole.content[0].value)):
            yield f"{path}: {entry.id} loses words"
        if entry.content[0].value.count("<img") != whole.content[0].value.count("<img"):
            yield f"{path}: {entry.id} loses pictures"


def text_of(html: str) -> str:
    return str(lxml.etree.XPath("string()")(lxml.etree.fromstring(f"<p>{html}</p>", lxml.etree.HTMLParser())))


def find_grammar_findings(paths: Sequence[Path]) -> list[str]:
    """Run jing with the grammar of Atom in RFC 4287."""
    done = run("jing", "-c", GRAMMAR, *paths)
    assert bool(done.stdout) == (done.returncode != 0), done.stdout + done.stderr
    return done.stdout.splitlines()


def find_json_findings(node: Path, paths: Sequence[Path]) -> list[str]:
    """Run check-jsonschema with a JSON Schema of JSON Feed 1.1."""
    schema = node / "node_modules/jsonfeed-schema/schema-v1.1.json"
    return find_schema_findings("--schemafile", schema, files=paths)


def test_feedparser(fed: Fed, verdict: Verdict) -> None:
    verdict("feedparser", [finding for path in fed.atom for finding in find_parser_findings(path)])


def test_the_grammar_of_atom(fed: Fed, verdict: Verdict) -> None:
    verdict("jing", find_grammar_findings(fed.atom))


def test_a_schema_of_json_feed(fed: Fed, node: Path, verdict: Verdict) -> None:
    verdict("jsonfeed-schema", find_json_findings(node, fed.json))


def read_entries(path: Path) -> list[tuple[str, str, str, str]]:
    """Return id, title, address and content of each entry, read by a parser that knows nothing of feeds."""
    if path.suffix == ".json":
        items = json.loads(path.read_text(encoding="utf-8"))["items"]
        return [(item["id"], item["title"], item["url"], item["content_html"]) for item in items]
    spaces = {"a": "http://www.w3.org/2005/Atom"}
    entries = lxml.etree.fromstring(path.read_bytes()).findall("a:entry", spaces)
    return [
        (
            entry.findtext("a:id", namespaces=spaces) or "",
            entry.findtext("a:title", namespaces=spaces) or "",
            entry.find("a:link[@rel='alternate']", spaces).get("href"),
            entry.findtext("a:content", namespaces=spaces) or "",
        )
        for entry in entries
    ]


def test_both_formats_say_the_same_to_parsers_of_xml_and_json(fed: Fed) -> None:
    for atom, feed in zip(fed.atom, fed.json, strict=True):
        assert read_entries(atom) == read_entries(feed)
        identifiers = [entry[0] for entry in read_entries(atom)]
        assert len(set(identifiers)) == len(identifiers) > 0


def test_the_content_has_the_words_of_the_page(fed: Fed) -> None:
    for _, _, address, html in read_entries(fed.json[0]):
        page = parse_page(fed.output / address.removeprefix(HOME) / "index.html")
        shown = squeeze(text_of(html))
        for article in page.iter("article"):
            for block in article.iter():
                if block.tag in {"p", "figcaption", "td", "th"} and "kicker" not in (block.get("class") or ""):
                    words = squeeze(read_text(block))
                    assert words in shown, words


def test_addresses_lead_to_what_is_there(fed: Fed) -> None:
    """Links to the site lead to files that exist, and to anchors on their pages."""
    for path in fed.json:
        for _, _, address, html in read_entries(path):
            tree = lxml.etree.fromstring(f"<p>{html}</p>", lxml.etree.HTMLParser())
            found = [address, *tree.xpath("//@href"), *tree.xpath("//@src")]
            assert all(urlsplit(each).scheme in {"http", "https", "mailto"} for each in found)
            for own in (each for each in found if each.startswith(HOME)):
                place, _, anchor = own.removeprefix(HOME).partition("#")
                file = fed.output / place / ("index.html" if own.partition("#")[0].endswith("/") else "")
                assert file.is_file(), own
                assert not anchor or f'id="{anchor}"' in file.read_text(encoding="utf-8"), own


def test_the_content_is_good_html(fed: Fed, node: Path, tmp_path: Path, verdict: Verdict) -> None:
    articles = [f"<article><h2>{escape(entry[1])}</h2>{entry[3]}</article>" for entry in read_entries(fed.json[0])]
    page = tmp_path / "contents.html"
    page.write_text(page_of(f"<main><h1>Feed</h1>{''.join(articles)}</main>"), encoding="utf-8")
    verdict("nu on the content of feeds", find_nu_findings(node, [page]))


def test_nothing_runs_in_a_feed_reader_without_a_sanitizer(node: Path, tmp_path: Path) -> None:
    kinds = (*KINDS, *kinds_of(scripts()))
    built = [*build(BODIES["a body"], kinds), *build(seed_fields, kinds[::10])]
    pages = [page_of(html) for batch in built for html in read_contents(make_files(batch.outputs.edition), ["feed"])]
    # Pictures come from the site, which a judge must not ask for them.
    assert (
        attack(node, tmp_path, [re.sub(r'src="https://[^"]*/images/[^"]*"', f'src="{PIXEL}"', page) for page in pages])
        == []
    )


BROKEN = {
    "feedparser": lambda text: text.replace("</entry>", "", 1),
    "jing": lambda text: text.replace("<updated>", "<modified>").replace("</updated>", "</modified>"),
    "jsonfeed-schema": lambda text: text.replace('"id":', '"identifier":'),
}


@pytest.mark.parametrize("judge", BROKEN)
def test_the_judges_of_feeds_detect_faults(
    feeder: Callable[[str], Fed], judge: str, node: Path, tmp_path: Path, verdict: Verdict
) -> None:
    fed = feeder("ours")
    source = fed.json[0] if judge == "jsonfeed-schema" else fed.atom[0]
    broken = tmp_path / source.name
    broken.write_text(BROKEN[judge](source.read_text(encoding="utf-8")), encoding="utf-8")
    findings = {
        "feedparser": lambda: list(find_parser_findings(broken)),
        "jing": lambda: find_grammar_findings([broken]),
        "jsonfeed-schema": lambda: find_json_findings(node, [broken]),
    }
    with pytest.raises(AssertionError, match=f"{judge} finds"):
        verdict(judge, findings[judge]())
