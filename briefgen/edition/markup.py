"""Markdown to sanitised HTML: the only module that knows Python-Markdown.

Python-Markdown passes HTML and any address through, and takes quadratic time on some input. So HTML is off,
bodies over the limits of `briefgen.prose.limits` never come here, and what it makes is sanitised last.
`docs/markdown.md` describes the dialect.
"""

from functools import cache

import nh3
from markdown import Markdown
from markdown.extensions.sane_lists import SaneListExtension

TAGS = frozenset({
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th",
    "td", "em", "strong", "code", "pre", "a", "br", "hr",
})  # fmt: skip
ATTRIBUTES = {"a": {"href", "title"}, "th": {"align"}, "td": {"align"}, "ol": {"start"}}
SCHEMES = frozenset({"http", "https", "mailto"})


def render_markup(text: str) -> str:
    """Return the HTML of a Markdown body; text that looks like HTML is text.

    Only the tags, attributes and schemes above come out. Images and links elsewhere lose their target and
    keep their words.
    """
    html = _converter(has_tables="|" in text, has_fences="```" in text or "~~~" in text).reset().convert(text)
    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        url_schemes=set(SCHEMES),
        link_rel=None,
        strip_comments=True,
    )


@cache
def _converter(*, has_tables: bool, has_fences: bool) -> Markdown:
    """Make the converter once for each set of extensions.

    They are given as objects, for their short names scan every installed package, and only to bodies that
    need them: that of fenced code loads Pygments (8 ms).
    """
    converter = Markdown(extensions=[SaneListExtension()], output_format="html")
    if has_tables:
        from markdown.extensions.tables import TableExtension  # noqa: PLC0415

        converter.registerExtensions([TableExtension(use_align_attribute=True)], {})
    if has_fences:
        from markdown.extensions.fenced_code import FencedCodeExtension  # noqa: PLC0415

        converter.registerExtensions([FencedCodeExtension()], {})
    converter.preprocessors.deregister("html_block")
    for pattern in ("html", "automail"):
        converter.inlinePatterns.deregister(pattern)
    converter.parser.blockprocessors.deregister("code")
    return converter
