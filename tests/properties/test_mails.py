"""Laws of mail and plain text on random issues: no word is lost, and each citation is printed once, in order."""

import re
from collections.abc import Iterator

from hypothesis import assume, given, settings

from briefgen.edition.compose import make_edition
from briefgen.edition.edition import Edition
from briefgen.markdown import TextBlock
from briefgen.render.mail import render_mail
from briefgen.render.templates import Templates
from briefgen.render.text import render_text
from tests.properties.issues import issues, read

LINK = re.compile(r'<a (?:id="[^"]*" )?(?:class="[^"]*" )?href="(https?://[^"]*|mailto:[^"]*)"')
NUMBERED = re.compile(r"^\[(\d+)\] (\S+)$", re.MULTILINE)
TEMPLATES = Templates()


def compose(text: str) -> Edition:
    manuscript = read(text, "133-kiel.yaml")
    assume(manuscript.issue is not None and not manuscript.limit_faults)
    return make_edition(manuscript, slug="133-kiel", pictures={})


def links_of_bodies(edition: Edition) -> list[str]:
    """Return where the links of bodies and notes lead, in the order of the page."""
    parts = (html for item in edition.items for html in (item.html, *(note.html for note in item.notes)))
    return [address for html in parts for address in LINK.findall(html)]


def plain_links(edition: Edition) -> Iterator[str]:
    def links(blocks: tuple[TextBlock, ...]) -> Iterator[str]:
        for block in blocks:
            runs = (*block.runs, *(run for row in block.rows for cell in row for run in cell))
            yield from (run.address for run in runs if run.address)

    for item in edition.items:
        yield from links(item.plain)
        for note in item.notes:
            yield from links(note.plain)


@settings(max_examples=40)
@given(issues())
def test_mail_and_text_lose_nothing_and_link_what_the_page_links(text: str) -> None:
    edition = compose(text)
    # Rendering compares all words, and raises if one is missing.
    html, _, _ = render_mail(edition, {}, TEMPLATES)
    plain = render_text(edition, TEMPLATES).content.decode()
    wanted = links_of_bodies(edition)
    shown = iter(LINK.findall(re.sub(r' style="[^"]*"', "", html.content.decode())))
    assert all(address in shown for address in wanted)
    numbers = {address: number for number, address in NUMBERED.findall(plain)}
    for address in plain_links(edition):
        assert f"[{numbers[address]}]" in plain
    # A bare address is its own link, and has no number.
    assert set(map(unescape, wanted)) >= set(plain_links(edition))


def unescape(address: str) -> str:
    return address.replace("&amp;", "&").replace("&#39;", "'")
