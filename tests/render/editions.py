"""Editions made from issue files, for tests of outputs that are laid out from the author's text."""

from briefgen.compile.shipped_outlets import load_shipped_outlets
from briefgen.edition.compose import PlacedPicture, list_languages, make_edition
from briefgen.edition.edition import Edition
from briefgen.languages import load_languages
from briefgen.manuscript import read_manuscript
from briefgen.model import Crop, parse_publication
from briefgen.yamltext import parse_text

HEAD = "number: 7\ndate: 2026-03-06\nsummary: One ship, three harbours.\n"
SOURCES = """
sources:
  gazette: {outlet: Coast Gazette, date: 2026-01-14, url: "https://gazette.example/dredging"}
  ribao: {outlet: Gangkou Ribao, date: 2025-11-30, title: 港口, url: "https://ribao.example/gang?a=1&b=2"}
  fleet: {outlet: Fleet List, date: undated, print: true}
"""
PICTURES: dict[tuple[str, Crop | None], PlacedPicture] = {
    ("images/cranes.png", None): PlacedPicture("images/cranes.png", 1600, 800),
    ("images/logo.png", None): PlacedPicture("images/logo.png", 200, 100),
}


def compose(body: str, rest: str = "", *, publication: str = "{}", is_draft: bool = False) -> Edition:
    """Return the edition of an issue whose feature has a body; `rest` are more keys of the issue."""
    lines = body.strip("\n").replace("\n", "\n    ")
    text = f"{HEAD}feature:\n  title: A Dredger\n  author: Jane Doe\n  body: |\n    {lines}\n{SOURCES}{rest}"
    return compose_issue(text, publication=publication, is_draft=is_draft)


def compose_issue(text: str, *, publication: str = "{}", is_draft: bool = False) -> Edition:
    """Return the edition of an issue file."""
    record = parse_publication(parse_text(publication)).record
    assert record is not None, publication
    manuscript = read_manuscript(parse_text(text), "7.yaml", publication=record, outlets=load_shipped_outlets())
    assert manuscript.issue is not None, manuscript.faults
    languages = load_languages(list_languages(manuscript), record.labels)
    return make_edition(manuscript, slug="7-a-dredger", pictures=PICTURES, languages=languages, is_draft=is_draft)
