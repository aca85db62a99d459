"""Feeds of editions, as files and as what independent parsers read in them."""

import json
from collections.abc import Iterable
from typing import Any
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from msgspec.structs import replace

from briefgen.archive.archive import make_archive, make_head
from briefgen.archive.content import make_content
from briefgen.archive.entry import make_entry
from briefgen.archive.feeds import make_feeds
from briefgen.archive.site_pages import make_pages
from briefgen.edition.edition import Edition
from briefgen.model import AMERICAN, Feeds, Publication
from briefgen.render.templates import Templates

HOME = "https://news.example.org/desk/"
DESK = Publication(name="Desk")
USUAL = Feeds()
ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def make_files(
    *editions: Edition, publication: Publication = DESK, feeds: Feeds = USUAL, url: str = HOME
) -> dict[str, bytes]:
    """Return the feeds of some issues by their paths."""
    templates = Templates()
    there = [replace(each, masthead=replace(each.masthead, url=url)) for each in editions]
    contents = {each.slug: make_content(each, templates) for each in there}
    entries = tuple(make_entry(each, contents[each.slug]) for each in there)
    head = make_head(replace(publication, url=url or None), "assets/icon.svg", None, None)
    archive = make_archive(head, AMERICAN, entries, feeds=feeds, load_content=contents.__getitem__)
    return {file.path: file.make() for file in make_feeds(archive, make_pages(archive, templates, ()))}


def read_atom(content: bytes) -> Element:
    """Parse a feed with an XML parser that knows nothing of feeds."""
    return ET.fromstring(content)  # noqa: S314 - our own output


def read_json(content: bytes) -> dict[str, Any]:
    """Parse a JSON Feed."""
    feed: dict[str, Any] = json.loads(content)
    return feed


def find_texts(element: Element, path: str) -> list[str]:
    """Return the texts of elements of Atom: `entry/id`."""
    steps = "/".join(f"{ATOM}{step}" for step in path.split("/"))
    return [each.text or "" for each in element.findall(steps)]


def find_links(element: Element, rel: str) -> list[str]:
    """Return the addresses of links that are an element's own."""
    return [each.get("href", "") for each in element.findall(f"{ATOM}link") if each.get("rel") == rel]


def read_contents(files: dict[str, bytes], paths: Iterable[str] | None = None) -> list[str]:
    """Return the HTML of all entries, which both formats must agree on."""
    found = []
    for path in paths or sorted({path.rpartition(".")[0] for path in files}):
        atom = find_texts(read_atom(files[f"{path}.xml"]), "entry/content")
        assert atom == [item["content_html"] for item in read_json(files[f"{path}.json"])["items"]]
        found += atom
    return found
