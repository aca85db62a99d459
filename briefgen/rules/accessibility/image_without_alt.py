"""An image without alt text for people who cannot see it, or without a credit.

A screen reader reads the alt text instead of the image; a file name or a credit does not say what the image shows. If
the image is only decoration, write `alt: ""`.

Bad:
    image:
      file: images/kiel.jpg
      credit: Jane Doe

Reports:
    2:3 image has no alt text

Good:
    image:
      file: images/kiel.jpg
      alt: Ferries in Kiel harbour at dusk
      credit: Jane Doe

Bad:
    image:
      file: images/kiel.jpg
      alt: kiel.jpg
      credit: Jane Doe

Reports:
    3:8 the alt text “kiel.jpg” repeats the file name

Good:
    image:
      file: images/kiel.jpg
      alt: ""
      credit: Jane Doe

Bad:
    image:
      file: images/kiel.jpg
      alt: Ferries in Kiel harbour at dusk
      caption: Ferries in Kiel harbour at dusk.
      credit: Jane Doe
    feature:
      title: One
      author: Jane Doe
      image:
        file: images/lock.jpg
        alt: Photo of the lock
        credit: Jane Doe
      body: |
        Kiel waits (NYT, May 10).

Reports:
    3:8 the alt text repeats the caption, so screen readers read it twice
    11:10 the alt text begins with “Photo of”, which screen readers say by themselves

Good:
    image:
      file: images/kiel.jpg
      alt: Three ferries at the quay of Kiel, their lamps lit
      caption: Ferries in Kiel harbour at dusk.
      credit: Jane Doe

Bad:
    briefs:
      - title: The Ferry Came
        body: |
          It came at dusk.

          ![](images/kiel.jpg)

Reports:
    6:7 image has no alt text

Good:
    briefs:
      - title: The Ferry Came
        body: |
          It came at dusk.

          ![The ferry at the quay](images/kiel.jpg "The ferry. Jane Doe")
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.model import Image, Issue
from briefgen.rules.rule import Rule
from briefgen.yamltext import Path

# Words that a picture of anything could have.
_EMPTY = frozenset({
    "image", "picture", "photo", "photograph", "graphic", "illustration", "logo", "alt", "alt text", "bild", "foto",
    "imagen", "…", "...", "none", "n/a", "decorative", "decoration", "screenshot", "what it shows", "alternative text",
    "description", "caption", "photo of", "image of", "picture of", "x", "-", "–", "?", "“”", "empty", "null", "no alt",
})  # fmt: skip
# What cameras, phones and screens name their pictures, and any other name of a file.
_NUMBERED = (
    r"(?:img|dsc|dscn|dscf|pxl|mvimg|image|photo|picture|screenshot|screen shot|bildschirmfoto|whatsapp image)"
    r"[ _-]?\d{2,}(?:[ _.:-]+(?:at )?(?:\d+|am|pm))*|https?://\S+|www\.\S+"
)
_FILE = r"(?:\S+|(?:img|dsc|screenshot|screen shot|whatsapp image)\b[^\n]{1,60})\.[a-z]+"
_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic", ".tif", ".tiff", ".bmp", ".avif", ".svg")
_NAMED = r"\s*(?P<words>(?:[Aa]n? )?(?:[Ii]mage|[Pp]icture|[Pp]hoto|[Pp]hotograph) (?:of|showing))\b"
_HELP = 'say what the picture shows; `alt: ""` if it is decoration'


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield images without alt text or credit."""
    for path, image, title in _images(manuscript.read_issue):
        yield from _check_image(manuscript, path, image, title)
    for item, figure in manuscript.body_pictures:
        alt = figure.attribute("alt") or ""
        echo = _echo_of_file(alt, figure.attribute("src") or "")
        if not alt or echo:
            message = f"the alt text “{alt.strip()}” repeats {echo}" if echo else "image has no alt text"
            help_ = "say what the picture shows between the brackets: `![Ferries at dusk](images/kiel.jpg)`"
            yield Finding(span=item.file_span(figure.span), message=message, help=help_)


def _images(issue: Issue) -> Iterator[tuple[Path, Image, str]]:
    if issue.image is not None:
        yield ("image",), issue.image, issue.feature.title
    for path, item in zip(issue.item_paths, issue.items, strict=True):
        yield from (((*path, *place), image, item.title) for place, image in item.pictures)


def _check_image(manuscript: Manuscript, path: Path, image: Image, title: str) -> Iterator[Finding]:
    document = manuscript.document
    if image.alt is None:
        span = document.key_span(*path, "file") or document.nearest_span(*path)
        file = document.value_span(*path, "file")
        yield Finding(span=type(span)(span.start, file.end), message="image has no alt text", help=_HELP)
    else:
        echo = _echo(image, title)
        if echo:
            message = f"the alt text “{image.alt.strip()}” repeats {echo}"
            yield Finding(span=document.value_span(*path, "alt"), message=message, help=_HELP)
        elif image.caption and image.alt.strip(" .").casefold() == image.caption.strip(" .").casefold() != "":
            message = "the alt text repeats the caption, so screen readers read it twice"
            yield Finding(
                span=document.value_span(*path, "alt"), message=message, help=_HELP, severity=Severity.WARNING
            )
        elif (named := re.match(_NAMED, image.alt)) is not None:
            start = document.value_span(*path, "alt")
            message = f"the alt text begins with “{named['words']}”, which screen readers say by themselves"
            yield Finding(span=start, message=message, help="begin with what it shows", severity=Severity.NOTE)
    if image.credit is None:
        span = document.value_span(*path, "file")
        message = "image has no credit"
        yield Finding(span=span, message=message, help="add `credit:` and say who made it", severity=Severity.WARNING)


def _echo(image: Image, title: str) -> str:
    """Return what an alt text merely repeats."""
    alt = (image.alt or "").strip().casefold()
    echo = _echo_of_file(alt, image.file)
    if echo or not alt:
        return echo
    if image.credit and alt == image.credit.strip().casefold():
        return "the credit"
    return "the title" if alt == title.strip().casefold() else ""


def _echo_of_file(alt: str, file: str) -> str:
    """Return what an alt text repeats if it says nothing that is in the picture."""
    alt, file = alt.strip().casefold(), file.casefold()
    name = file.rpartition("/")[2]
    if alt in {name, file, name.rpartition(".")[0]}:
        return "the file name" if alt else ""
    if alt.endswith(_ENDINGS) and re.fullmatch(_FILE, alt):
        return "a file name"
    # Cheap test first: most descriptions have no figure.
    may_be_numbered = any(map(str.isdigit, alt)) or alt.startswith(("http", "www."))
    is_empty = alt.strip(".") in _EMPTY or (may_be_numbered and re.fullmatch(_NUMBERED, alt))
    return "no description" if is_empty else ""


RULE = Rule("A101", "image-without-alt", Severity.ERROR, check)
