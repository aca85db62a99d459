"""An image that is not there, or that briefgen will not print.

A missing file is a warning, and the outputs go without the picture; a file that is no image, or too large to
be opened safely, is an error. Images are PNG, JPEG or WebP files inside the publication, at most 5 MB, 20
megapixels and 8,000 pixels a side. They are measured before they are decoded, and printed without their
metadata.

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

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import MAX_IMAGES, Manuscript
from briefgen.rules.rule import Rule
from briefgen.yamltext import Scalar


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield images that cannot be used."""
    count = 0
    for path, node in manuscript.document.walk():
        if isinstance(node, Scalar) and path[-2:] == ("image", "file"):
            count += 1
            if count == MAX_IMAGES + 1:
                message = f"more than {MAX_IMAGES} images in one issue"
                yield Finding(span=node.span, message=message, help="leave some out")
            fact = manuscript.images.get(node.value.strip())
            if fact is not None and fact.problem:
                severity = Severity.WARNING if fact.is_missing else None
                yield Finding(span=node.span, message=fact.problem, help=fact.help, severity=severity)


RULE = Rule("S010", "unusable-image", Severity.ERROR, check, can_be_silenced=False)
