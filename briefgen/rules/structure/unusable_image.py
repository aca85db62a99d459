"""An image that is missing, damaged, or of a kind that briefgen does not print.

The issue would appear without it. An image that was only partly copied counts as damaged, even if some programs still
show part of it. Use PNG, JPEG or WebP files inside the publication, of at most 5 MB, 20 megapixels and 8,000 pixels a
side; all images of an issue together may have 50 MB and 200 megapixels. They are measured before they are decoded, and
printed without their metadata.

Bad:
    image:
      file: images/kiel-harbour.jpg
      alt: Ferries in Kiel harbour at dusk
      credit: Jane Doe

Reports:
    2:9 there is no `images/kiel-harbour.jpg`

Good:
    image:
      file: images/kiel.jpg
      alt: Ferries in Kiel harbour at dusk
      credit: Jane Doe
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import ImageTotals, Manuscript
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, Scalar, Span, quote_if_needed


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield images that cannot be used, and the one with which an issue has too many."""
    totals = ImageTotals()
    for span, name, node in _find_images(manuscript):
        fact = manuscript.images.get(name)
        if excess := totals.add(fact):
            yield Finding(span=span, message=excess, help="leave some out, or scale them to 1,600 pixels wide")
        if fact is not None and fact.problem:
            fix = _fix(node, fact.meant) if node is not None else None
            yield Finding(span=span, message=fact.problem, help=fact.help, fix=fix)


def _find_images(manuscript: Manuscript) -> Iterator[tuple[Span, str, Scalar | None]]:
    """Yield the place and name of every image; the node that names it, unless that is a body."""
    for path, node in manuscript.document.walk():
        if isinstance(node, Scalar) and path[-1:] == ("file",) and {"image", "images"} & set(path):
            yield node.span, node.value.strip(), node
    for item, figure in manuscript.body_pictures:
        yield item.file_span(figure.span), figure.attribute("src"), None


def _fix(node: Scalar, meant: str) -> Fix | None:
    return Fix(f"write `{meant}`", (Edit(node.span, quote_if_needed(meant)),), is_safe=False) if meant else None


RULE = Rule("S010", "unusable-image", Severity.ERROR, check, can_be_silenced=False)
