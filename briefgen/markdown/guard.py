"""A last check of the generated HTML: a third-party sanitizer, which must find nothing to change."""

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
    """The sanitizer would change our HTML: a bug in briefgen; nothing is built."""


def guard(html: Markup) -> Markup:
    """Return HTML unchanged.

    Raises:
        UnsafeHtmlError: it contains a tag, attribute or URL scheme that is not allowed.
    """
    from html import unescape  # noqa: PLC0415 - only outputs need this

    import nh3  # noqa: PLC0415 - for the same reason

    cleaned = nh3.clean(
        html,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        url_schemes=set(SCHEMES),
        link_rel=None,
        strip_comments=True,
    )
    # The two may encode a character differently.
    if unescape(cleaned) != unescape(html):
        raise UnsafeHtmlError(f"the sanitiser changed {html!r} to {cleaned!r}")
    return html
