"""An image that is missing, damaged, or of a kind that briefgen does not print.

The issue would appear without it. An image that was only partly copied counts as damaged, even if some programs still
show part of it. Use PNG, JPEG or WebP files inside the publication, of at most 5 MB, 20 megapixels and 8,000 pixels a
side. They are measured before they are decoded, and printed without their metadata.

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
from briefgen.manuscript import MAX_IMAGES, Manuscript
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, Scalar, quote_if_needed


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield images that cannot be used."""
    count = 0
    for path, node in manuscript.document.walk():
        if isinstance(node, Scalar) and path[-1:] == ("file",) and {"image", "images"} & set(path):
            count += 1
            if count == MAX_IMAGES + 1:
                message = f"more than {MAX_IMAGES} images in one issue"
                yield Finding(span=node.span, message=message, help="leave some out")
            fact = manuscript.images.get(node.value.strip())
            if fact is not None and fact.problem:
                yield Finding(span=node.span, message=fact.problem, help=fact.help, fix=_fix(node, fact.meant))
    for item, figure in manuscript.body_pictures:
        fact = manuscript.images.get(figure.attribute("src"))
        if fact is not None and fact.problem:
            yield Finding(span=item.file_span(figure.span), message=fact.problem, help=fact.help)


def _fix(node: Scalar, meant: str) -> Fix | None:
    return Fix(f"write `{meant}`", (Edit(node.span, quote_if_needed(meant)),), is_safe=False) if meant else None


RULE = Rule("S010", "unusable-image", Severity.ERROR, check, can_be_silenced=False)
