"""A picture that has too few pixels for its place.

The lead picture is as wide as the text. In the PDF, one with fewer pixels is enlarged, and looks coarse: it should
have at least 640 of them across, or, if it is upright, 390 down, and 1,600 across to look sharp in print. Other
pictures are not enlarged, so one of less than 240 by 160 pixels, as search engines show them, is printed no larger
than a stamp. With `crop:`, only the part that is shown counts. The file that a page, a chat or a search shows is often
such a small copy of the real one.

Bad:
    image:
      file: images/thumbnail.jpg
      alt: Ferries in Kiel harbour at dusk
      credit: Jane Doe

Reports:
    2:9 `images/thumbnail.jpg` has 60 by 40 pixels: too few for the lead picture

Good:
    image:
      file: images/kiel.jpg
      alt: Ferries in Kiel harbour at dusk
      credit: Jane Doe
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.model import Crop, Image
from briefgen.rules.rule import Rule
from briefgen.yamltext import Path

# The box of the lead picture in the PDF, 170 by 104 mm, at 96 pixels per inch.
_LEAD = (640, 390)
_STAMP = (240, 160)
_SHARP = 1_600


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the pictures that are enlarged, or too small to see."""
    if not manuscript.images:
        return
    issue = manuscript.read_issue
    if issue.image is not None:
        yield from _check(manuscript, ("image",), issue.image, _LEAD)
    for text in manuscript.items:
        for place, image in text.item.pictures:
            yield from _check(manuscript, (*text.path, *place), image, _STAMP)
    for text, figure in manuscript.body_pictures:
        name = figure.attribute("src")
        if size := _too_small(manuscript, name, None, _STAMP):
            yield Finding(span=text.file_span(figure.span), message=_message(name, size, _STAMP), help=_help(_STAMP))


def _check(manuscript: Manuscript, path: Path, image: Image, fewest: tuple[int, int]) -> Iterator[Finding]:
    if size := _too_small(manuscript, image.file, image.crop, fewest):
        node = manuscript.document.node(*path, "file") or manuscript.document.node(*path)
        if node is not None:
            yield Finding(span=node.span, message=_message(image.file, size, fewest), help=_help(fewest))


def _too_small(manuscript: Manuscript, name: str, crop: Crop | None, fewest: tuple[int, int]) -> tuple[int, int] | None:
    """Return the width and height of what is shown of a picture, if both are too small."""
    fact = manuscript.images.get(name.strip())
    if fact is None or fact.problem or not fact.width:
        return None
    left, top, right, bottom = crop.cut(fact.width, fact.height) if crop else (0, 0, fact.width, fact.height)
    size = (right - left, bottom - top)
    return size if size[0] < fewest[0] and size[1] < fewest[1] else None


def _message(name: str, size: tuple[int, int], fewest: tuple[int, int]) -> str:
    what = "too few for the lead picture" if fewest == _LEAD else "no larger than a stamp"
    return f"`{name}` has {size[0]} by {size[1]} pixels: {what}"


def _help(fewest: tuple[int, int]) -> str:
    return f"take the original, {_SHARP:,} pixels wide, or at least {fewest[0]}"


RULE = Rule("S021", "small-picture", Severity.WARNING, check)
