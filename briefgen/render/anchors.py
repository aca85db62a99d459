"""Links from one place of a page to another, in outputs in which they would lead nowhere."""

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from briefgen.edition.edition import FormattedText
from briefgen.expressions import expression

_ANCHOR = expression(r'<a (?:id="[^"]*" )?href="(?P<anchor>#[^"]*)"[^>]*>(?P<words>.*?)</a>', re.DOTALL)
"""A link within the page, as the edition writes it; in text, the angle bracket is escaped."""


def replace_anchors(html: Markup | FormattedText, replace: Callable[[str, str], str]) -> Markup:
    """Replace each link within the page by what a function returns for its target, `#feature`, and its words."""
    text = html.html if isinstance(html, FormattedText) else html
    return Markup(_ANCHOR.sub(lambda found: replace(found["anchor"], found["words"]), str(text)))  # noqa: S704 - HTML still


def lead_to_page(html: Markup | FormattedText, page: str) -> Markup:
    """Let links within the page lead to it from elsewhere; `page` is its address."""
    address = escape(page)
    return replace_anchors(html, lambda anchor, words: f'<a href="{address}{anchor}">{words}</a>')
