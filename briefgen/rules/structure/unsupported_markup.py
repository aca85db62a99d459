"""Something in a body that is not rendered as its author meant: HTML, an image, a mark that leads nowhere.

Bodies are Markdown and never HTML: tags are printed as they stand, images belong under `image:`, and only
http, https and mailto links work. A label without its definition is printed with its brackets, a note that nothing
calls is not printed at all, and a fence that nothing closes makes code of all that follows. `docs/markdown.md` lists
what bodies may hold.

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

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel [waits][plan], they say.[^1]

          [^2]: In the plan.

          ```
          The vote came later.

Reports:
    4:12 the label `[plan]` is not defined
    4:36 the note `[^1]` is not defined
    6:7 nothing calls this note, and it is not printed
    8:7 nothing closes this fence

Good:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel [waits][plan], they say.[^1]

          [plan]: https://example.org/plan

          [^1]: In the plan.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.model import UrlError, parse_link
from briefgen.rules.rule import Rule
from briefgen.yamltext import Span

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>")
# What other systems make boxes of, and a comment without its end.
_FOREIGN = re.compile(r"(?m)^[ \t]*(:::+|!!!(?= ))|(<!--)|(?<=\[)(!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION))(?=\])")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield tags and marks of other systems, images, odd links and marks that lead nowhere."""
    for item in manuscript.items:
        for match in _TAG.finditer(item.prose.visible):
            span = item.place(Span(match.start(), match.end()))
            message = f"HTML is shown as text: `{match.group()}`"
            yield Finding(span=span, message=message, help="use Markdown: *emphasis*, **strong**, lists, tables")
        for match in _FOREIGN.finditer(item.prose.visible):
            span = item.place(Span(*match.span(match.lastindex or 0)))
            help_ = "end it with `-->`" if match[2] else "write it as a quotation, or as a paragraph"
            yield Finding(span=span, message=f"`{match[match.lastindex or 0]}` is shown as text", help=help_)
        for oddity in item.prose.body.oddities:
            yield Finding(span=item.place(oddity.span), message=oddity.message, help=oddity.help)
        yield from _check_links(item)


def _check_links(item: ItemText) -> Iterator[Finding]:
    link_end = 0
    for opaque in item.prose.opaque:
        span = item.place(opaque.span)
        if opaque.kind in {"address", "call"} and opaque.span.end <= link_end:
            yield Finding(span=span, message="the link around this is left out", help="put one behind the other")
        link_end = max(link_end, opaque.span.end if opaque.kind == "link" else 0)
        if opaque.kind == "image":
            yield Finding(span=span, message="an image in a body is not printed", help="set it under `image:`")
        elif opaque.kind in {"link", "definition"}:
            try:
                parse_link(opaque.address)
            except UrlError as error:
                message = f"the link to `{opaque.address[:60]}` is left out, its words are kept"
                yield Finding(span=span, message=message, help=error.hint)


RULE = Rule("S009", "unsupported-markup", Severity.WARNING, check)
