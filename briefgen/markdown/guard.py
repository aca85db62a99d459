"""The last guard on what is written: a sanitiser of others, which must find nothing."""

from markupsafe import Markup

TAGS = frozenset({
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th",
    "td", "em", "strong", "del", "code", "pre", "a", "br", "hr", "span", "sup",
})  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "title", "id", "role"}, "span": {"class", "lang", "dir"}, "sup": {"class"}, "ol": {"start"},
    "th": {"scope", "class"}, "td": {"class"},
}  # fmt: skip
SCHEMES = frozenset({"http", "https", "mailto"})


class UnsafeHtmlError(Exception):
    """The sanitiser would change what we wrote: a fault of ours, and nothing is built with it."""


def guard(html: Markup) -> Markup:
    """Return HTML as it is.

    Raises:
        UnsafeHtmlError: a tag, attribute or address is in it that none of ours may be.
    """
    from html import unescape  # noqa: PLC0415 - only outputs need it

    import nh3  # noqa: PLC0415 - for the reason above

    cleaned = nh3.clean(
        html,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        url_schemes=set(SCHEMES),
        link_rel=None,
        strip_comments=True,
    )
    # Both may write one character in several ways.
    if unescape(cleaned) != unescape(html):
        raise UnsafeHtmlError(f"the sanitiser changed {html!r} to {cleaned!r}")
    return html
