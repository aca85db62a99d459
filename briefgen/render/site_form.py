"""What the page of an issue has of the site that it is part of."""

from msgspec import Struct


class NeighbourLink(Struct, frozen=True):
    """A link to the issue before or after another."""

    slug: str
    number_label: str
    title: str


class Around(Struct, frozen=True):
    """The issues before and after another."""

    earlier: NeighbourLink | None = None
    later: NeighbourLink | None = None


class SiteForm(Struct, frozen=True):
    """The form of a page that shares files with the site it is part of."""

    stylesheet: str
    icon: str
    logo: str = ""
    dark_logo: str = ""
    around: Around = Around()
    preview: str = ""
    """The picture that was drawn for it, which has no other: `preview-5f1d0c93a2b7.png`; "" if there is none."""
    root: str = "../"
    """Leads from the page to the folder of the site, from which the paths are."""


AROUND_TEMPLATE = "around.html.j2"
AROUND_START = "<!-- around -->"
AROUND_END = "<!-- /around -->"
"""Around the links to other issues, which a build replaces when one of these changes. No text of an issue is such a
comment: its angle brackets are escaped."""


def replace_around(page: bytes, links: str) -> bytes | None:
    """Return a page with other links to the issues around it; None if its template has no place for them."""
    before, start, rest = page.partition(AROUND_START.encode())
    _, end, after = rest.partition(AROUND_END.encode())
    return before + start + links.encode() + end + after if end else None
