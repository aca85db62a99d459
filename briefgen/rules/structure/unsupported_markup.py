"""Something in a body that briefgen does not render: HTML, an image, a link that is no web address.

Bodies are Markdown and never HTML: tags are printed as they stand, images belong under `image:`, and only
http, https and mailto links work. `docs/markdown.md` lists what bodies may hold.

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel <b>waits</b>.

Reports:
    4:12 HTML is shown as text: `<b>`
    4:20 HTML is shown as text: `</b>`

Good:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel **waits**.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.model import UrlError, parse_link
from briefgen.rules.rule import Rule
from briefgen.yamltext import Span

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield tags, images and odd links."""
    for item in manuscript.items:
        for match in _TAG.finditer(item.prose.visible):
            span = item.place(Span(match.start(), match.end()))
            message = f"HTML is shown as text: `{match.group()}`"
            yield Finding(span=span, message=message, help="use Markdown: *emphasis*, **strong**, lists, tables")
        yield from _check_links(item)


def _check_links(item: ItemText) -> Iterator[Finding]:
    for opaque in item.prose.opaque:
        span = item.place(opaque.span)
        if opaque.kind == "image":
            yield Finding(span=span, message="an image in a body is not printed", help="set it under `image:`")
        elif opaque.kind in {"link", "definition"}:
            try:
                parse_link(opaque.address)
            except UrlError as error:
                message = f"the link to `{opaque.address[:60]}` is left out, its words are kept"
                yield Finding(span=span, message=message, help=error.hint)


RULE = Rule("S009", "unsupported-markup", Severity.WARNING, check)
