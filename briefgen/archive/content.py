"""The text of an issue's items as feeds show it: HTML that needs no style sheet, whose links and pictures lead home.

It is kept apart from the entry of the issue. A feed needs the texts of few issues, the site the entries of all.
"""

import zlib
from collections.abc import Mapping
from hashlib import sha256
from types import MappingProxyType

import msgspec
from markupsafe import Markup

from briefgen.edition.edition import Edition
from briefgen.expressions import expression
from briefgen.render.anchors import lead_to_page
from briefgen.render.templates import Templates

TEMPLATE = "feed_item.html.j2"
Content = Mapping[str, str]
"""The HTML of each item by its anchor."""
NO_CONTENT: Content = MappingProxyType({})
_ALIGNED = expression(r'(<t[dh]) class="align-(left|center|right)"')
_LARGEST = 64 * 1024 * 1024
"""Of what was kept: a net, far above what an issue has."""


def make_content(edition: Edition, templates: Templates) -> Content:
    """Return the text of each item; none if nobody knows the address of the site, without which there are no feeds.

    Raises:
        BrokenTemplateError: the template fails.
    """
    home = edition.masthead.url
    if not home:
        return NO_CONTENT
    page = f"{home.rstrip('/')}/{edition.slug}/"
    return {
        item.id: templates.render(
            TEMPLATE,
            "html",
            item=item,
            lead=edition.lead if item is edition.feature else None,
            page=page,
            adapt=lambda html: _align(lead_to_page(html, page)),
        )
        for item in edition.items
    }


def _align(html: Markup) -> Markup:
    """Say with an attribute how a table's cells are aligned, since feed readers know nothing of our classes."""
    return Markup(_ALIGNED.sub(r'\1 align="\2"', str(html)))  # noqa: S704 - HTML still


def digest_content(content: Content) -> str:
    """Return a digest that tells one content from another; "" if there is none."""
    return sha256(_encode(content)).hexdigest()[:32] if content else ""


def pack_content(content: Content) -> bytes:
    """Return content as bytes, to be kept."""
    return zlib.compress(_encode(content), 1)


def unpack_content(packed: bytes) -> Content:
    """Return the content that was packed; none if something else was."""
    try:
        plain = zlib.decompressobj().decompress(packed, _LARGEST)
        return msgspec.msgpack.decode(plain, type=dict[str, str])
    except (zlib.error, msgspec.DecodeError):
        return NO_CONTENT


def _encode(content: Content) -> bytes:
    return msgspec.msgpack.encode(dict(content))
